import type { ReactNode } from "react";
import type { Article } from "#model/article.ts";
import { type Language, writingOf } from "#model/language.ts";
import { type Address, Link } from "#ui/link.tsx";
import { useLanguage, useMessages } from "#ui/messages/messages.tsx";
import { When } from "#ui/when.tsx";
import messages from "./article-facts.messages.json";

/** Who published an article, and in which section. */
export function Kicker({
  article,
  sectionName,
  isRtl,
  toSection,
}: {
  article: Article;
  isRtl: boolean;
  sectionName: string | undefined;
  toSection: (key: string) => Address;
}) {
  const { language } = useLanguage();
  const section = sectionName ?? article.section;
  // A source and a section of one name are said once.
  const isOneName = section?.toLowerCase() === article.source?.toLowerCase();
  return (
    <p
      lang={language}
      className={`flex flex-wrap gap-x-3 text-small font-semibold text-accent ${sideOf(isRtl, language)}`}
    >
      {article.source === undefined || isOneName ? null : <bdi>{article.source}</bdi>}
      {article.section === undefined ? null : (
        <Link
          to={toSection(article.section)}
          className={`relative after:absolute after:inset-x-0 after:top-0 after:-bottom-6.5 hover:text-ink ${isOneName ? "" : "font-normal text-soft"}`}
        >
          <bdi>{section}</bdi>
        </Link>
      )}
    </p>
  );
}

/** What a language calls itself; its code where the browser does not know it. */
export function ownNameOf(language: string): string {
  try {
    return new Intl.DisplayNames([language], { type: "language" }).of(language) ?? language;
  } catch {
    return language;
  }
}

/** An article's head stands where its lines begin, which may be the interface's other side. */
function sideOf(isRtl: boolean, language: Language): string {
  return isRtl === (writingOf(language) === "rtl") ? "" : "justify-end";
}

/** What one wants to know before starting: when, by whom, how long, where it comes from, in which languages. */
export function Facts({
  article,
  status,
  isRtl,
  toStory,
}: {
  article: Article;
  status: ReactNode;
  /** True where the article runs from the right: then its head stands there too. */
  isRtl: boolean;
  toStory: (id: string) => Address;
}) {
  const { say, rich } = useMessages(messages);
  const { language } = useLanguage();
  const side = sideOf(isRtl, language);
  return (
    <div lang={language} className="my-6 border-y border-rule py-1.5 text-small text-soft">
      <p
        className={`flex flex-wrap items-center gap-x-4 ${side} [&>*]:inline-flex [&>*]:min-h-8 [&>*]:items-center`}
      >
        <span>
          {article.date === null ? say("undated") : <When date={article.date} as="full" />}
        </span>
        {article.authors.length === 0 ? null : (
          <span>
            {/* One line of words: beside others in a flexible row they lose the space between. */}
            <span>{rich("by", { a: () => <bdi>{article.authors.join(", ")}</bdi> })}</span>
          </span>
        )}
        <span>{say("minutes", { minutes: article.minutes })}</span>
        {article.link === undefined ? null : (
          <a
            href={article.link}
            target="_blank"
            rel="noopener noreferrer nofollow"
            className="relative after:absolute after:inset-x-0 after:-inset-y-1.5"
          >
            <span className="border-b border-rule hover:border-accent">{say("original")}</span>
            <span className="sr-only">{say("newTab")}</span>
          </a>
        )}
        {status ? <span className="ms-auto">{status}</span> : null}
      </p>
      {article.translations.length === 0 ? null : (
        <p className={`flex flex-wrap items-center gap-x-3 ${side}`}>
          <span>{say("alsoIn")}</span>
          {article.translations.map((other) => (
            <Link
              key={other.id}
              to={toStory(other.id)}
              lang={other.language}
              hrefLang={other.language}
              title={other.title}
              className="relative inline-flex min-h-8 items-center after:absolute after:inset-x-0 after:-inset-y-1.5"
            >
              <span className="border-b border-rule hover:border-accent">
                {ownNameOf(other.language)}
              </span>
            </Link>
          ))}
        </p>
      )}
    </div>
  );
}
