import type { ReactNode } from "react";
import type { Article } from "#model/article.ts";
import { directionOf, directionOfLanguage } from "#ui/article-body/directions.ts";
import { type Address, Link } from "#ui/link.tsx";
import { useLanguage, useMessages } from "#ui/messages/messages.tsx";
import messages from "./article.messages.json";
import { Related } from "./article-end.tsx";
import { Facts, Kicker } from "./article-facts.tsx";

/** One article as it is read: what one wants to know before starting, the text, and where to go from its end. */
export function ArticleView({
  article,
  language,
  body,
  status,
  actions,
  sectionName,
  toStory,
  toTag,
  toSection,
  neighbours,
}: {
  article: Article;
  /** Of the article, or of its edition where it names none. */
  language: string | undefined;
  /** The sanitized text. */
  body: ReactNode;
  /** What is known of the copy on this device. */
  status?: ReactNode;
  /** The controls that stand at the end too. */
  actions: ReactNode;
  sectionName?: string | undefined;
  toStory: (id: string) => Address;
  toTag: (label: string) => Address;
  toSection: (key: string) => Address;
  /** The ways on from its end. */
  neighbours?: ReactNode;
}) {
  const { say } = useMessages(messages);
  const { language: spoken } = useLanguage();
  const isRtl = directionOfLanguage(language) === "rtl";
  return (
    <article lang={language} className="reading mx-auto px-5 pb-16 wide:px-6 full:px-10">
      <header>
        <Kicker article={article} isRtl={isRtl} sectionName={sectionName} toSection={toSection} />
        <h1
          dir={directionOf(article.title) ?? "auto"}
          tabIndex={-1}
          className="my-3 mb-4 font-serif text-[2rem] leading-(--head-lead) font-medium tracking-(--head-track) text-balance outline-none [overflow-wrap:anywhere] hyphens-manual full:text-display"
        >
          {article.title}
        </h1>
        {article.description && article.description !== article.title ? (
          <p
            dir={directionOf(article.description) ?? "auto"}
            className="font-serif text-head leading-[1.42] text-soft text-pretty"
          >
            {article.description}
          </p>
        ) : null}
        <Facts article={article} isRtl={isRtl} status={status} toStory={toStory} />
      </header>
      {body}
      <footer className="mt-10 border-t border-rule pt-4" lang={spoken}>
        {article.tags.length === 0 ? null : (
          <ul
            aria-label={say("tags")}
            className="flex flex-wrap gap-x-4 text-base text-soft [overflow-wrap:anywhere]"
          >
            {article.tags.map((label) => (
              <li key={label}>
                <Link
                  to={toTag(label)}
                  className="inline-flex min-h-11 items-center hover:text-ink"
                >
                  <bdi className="border-b border-rule">{label}</bdi>
                </Link>
              </li>
            ))}
          </ul>
        )}
        <div className="no-print -ms-3 flex items-center">{actions}</div>
        <Related article={article} toStory={toStory} />
        {neighbours}
      </footer>
    </article>
  );
}
