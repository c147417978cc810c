import { Notice } from "./notice.tsx";
import { plainParagraphs } from "./plain-text.ts";

export type PlainBodyProps = {
  html: string;
  baseUrl?: string | undefined;
  language?: string | undefined;
  dir?: "ltr" | "rtl" | undefined;
};

/** Shows an article's words alone, where its HTML can't be made safe. */
export function PlainBody({ html, baseUrl, language, dir }: PlainBodyProps) {
  return (
    <>
      <Notice baseUrl={baseUrl}>
        This article is shown as plain text, without its pictures and links, since the part of the
        app that makes them safe did not work. Reload the page to try again.
      </Notice>
      <div className="prose" lang={language} dir={dir ?? "auto"}>
        {plainParagraphs(html).map((text, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs of one text never change places.
          <p key={index} dir="auto">
            {text}
          </p>
        ))}
      </div>
    </>
  );
}
