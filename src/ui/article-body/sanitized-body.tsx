import { useCallback, useMemo } from "react";
import { useMessages, useSpeech } from "#ui/messages/messages.tsx";
import { enlivenCode } from "./code/enliven-code.ts";
import { ContactedHosts, useContactedHosts } from "./contacted-hosts.tsx";
import { directionOfLanguage } from "./directions.ts";
import { handleClicks } from "./handle-clicks.ts";
import { enlivenNotes } from "./notes/enliven-notes.ts";
import messages from "./notice.messages.json";
import { Notice } from "./notice.tsx";
import { watchSizes } from "./pictures.ts";
import { PlainBody } from "./plain-body.tsx";
import { type ArticleOptions, sanitizeArticle } from "./sanitize-article.ts";
import { useZoom } from "./zoom/zoomed-picture.tsx";

export type SanitizedBodyProps = {
  /** As its author wrote it. */
  html: string;
  /** The original's address. */
  baseUrl?: string | undefined;
  /** The path of the edition, with a slash at both ends. */
  base: string;
  /** BCP 47, for hyphenation, fonts and voices. */
  language?: string | undefined;
  /** Which way the article runs; without it, as its language does. */
  dir?: "ltr" | "rtl" | undefined;
  /** Whether pictures from elsewhere are shown, or become links. */
  pictures?: ArticleOptions["pictures"];
  /** Called with a path as the router knows it, such as `/article/ab/…/`, when such a link is followed. */
  onInternalLink?: ((path: string) => void) | undefined;
  /** Called with the text's element once it is there; what it returns, when it goes. */
  onBody?: ((body: HTMLElement) => () => void) | undefined;
};

/** Shows an article's HTML, sanitized at the last moment. Another article needs another key. */
export function SanitizedBody(props: SanitizedBodyProps) {
  const { html, baseUrl, base, language, dir, pictures = "show", onInternalLink, onBody } = props;
  const { say } = useMessages(messages);
  const speech = useSpeech();
  const article = useMemo(
    () => trySanitize(html, { baseUrl, base, pictures, speech }),
    [html, baseUrl, base, pictures, speech],
  );
  const [watch, hosts] = useContactedHosts();
  const zoom = useZoom();
  const { enliven } = zoom;
  const listen = useCallback(
    (body: HTMLElement | null) => {
      // Anew where the setting for pictures puts other HTML into the same body.
      if (!body || !article) return;
      const follow = (element: HTMLElement) => handleClicks(element, base, onInternalLink);
      const ends = [
        follow(body),
        watch(body),
        watchSizes(body),
        enliven(body),
        enlivenCode(body),
        enlivenNotes(body, follow, speech),
      ];
      if (onBody) ends.push(onBody(body));
      return () => {
        for (const end of ends) end();
      };
    },
    [article, base, onInternalLink, onBody, watch, enliven, speech],
  );
  if (!article) return <PlainBody {...props} />;
  if (article.empty) {
    return <Notice baseUrl={baseUrl}>{say("empty")}</Notice>;
  }
  return (
    <>
      <div
        ref={listen}
        className={article.textOnly ? "prose whitespace-pre-line" : "prose"}
        lang={language}
        dir={dir ?? directionOfLanguage(language) ?? article.direction}
        // The one place that sets HTML: lint forbids it everywhere else.
        dangerouslySetInnerHTML={{ __html: article.html }}
      />
      {article.textOnly && <Notice baseUrl={baseUrl}>{say("textOnly")}</Notice>}
      {article.truncated && <Notice baseUrl={baseUrl}>{say("truncated")}</Notice>}
      <ContactedHosts hosts={hosts} />
      {zoom.zoomed}
    </>
  );
}

/** Null where the sanitizer fails: hostile input must not take the app down with it. */
function trySanitize(html: string, options: ArticleOptions) {
  try {
    return sanitizeArticle(html, options);
  } catch {
    return null;
  }
}

/** What most articles are made of. */
const USUAL = `<h2>a</h2><p>a <em>b</em> <a href="https://example.org/a?b=c">c</a></p><ul><li>a</li></ul>
<figure><img src="https://example.org/a.jpg" width="2" height="1" alt="a"><figcaption>b</figcaption></figure>
<blockquote><p>a</p></blockquote><pre><code>a</code></pre><table><tr><td>a</td></tr></table>`;

/** Sanitizes that, for nobody. */
export function sanitizeUsual(): void {
  sanitizeArticle(USUAL, { base: "/" });
}
