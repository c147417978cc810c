import type { ReactNode } from "react";
import { Link } from "react-router-dom";
import type { Article } from "#model/article.ts";
import { When } from "#ui/when.tsx";

type Address = { pathname: string; search?: string };
type Neighbour = { id: string; title: string };

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
  previous,
  next,
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
  previous?: Neighbour | undefined;
  next?: Neighbour | undefined;
}) {
  return (
    <article
      lang={language}
      className="mx-auto max-w-[calc(var(--measure)+2*var(--s6))] px-5 pb-16 wide:px-6 full:px-10"
    >
      <header>
        <Kicker article={article} sectionName={sectionName} toSection={toSection} />
        <h1
          dir="auto"
          tabIndex={-1}
          className="my-3 mb-4 font-serif text-[2rem] leading-[1.08] font-medium tracking-[-0.018em] text-balance outline-none [overflow-wrap:anywhere] hyphens-manual full:text-display"
        >
          {article.title}
        </h1>
        {article.description ? (
          <p dir="auto" className="font-serif text-head leading-[1.42] text-soft text-pretty">
            {article.description}
          </p>
        ) : null}
        <Facts article={article} status={status} toStory={toStory} />
      </header>
      {body}
      <footer className="mt-10 border-t border-rule pt-4" lang="en">
        {article.tags.length === 0 ? null : (
          <ul aria-label="Tags" className="flex flex-wrap gap-x-4 text-base text-soft">
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
        <Neighbours previous={previous} next={next} toStory={toStory} />
      </footer>
    </article>
  );
}

function Kicker({
  article,
  sectionName,
  toSection,
}: {
  article: Article;
  sectionName: string | undefined;
  toSection: (key: string) => Address;
}) {
  const section = sectionName ?? article.section;
  // A source and a section of one name are said once.
  const isOneName = section?.toLowerCase() === article.source?.toLowerCase();
  return (
    <p lang="en" className="flex flex-wrap gap-x-3 text-small font-semibold text-accent">
      {article.source === undefined || isOneName ? null : <bdi>{article.source}</bdi>}
      {article.section === undefined ? null : (
        <Link
          to={toSection(article.section)}
          className={isOneName ? "hover:text-ink" : "font-normal text-soft hover:text-ink"}
        >
          <bdi>{section}</bdi>
        </Link>
      )}
    </p>
  );
}

/** What a language calls itself; its code where the browser does not know it. */
function ownNameOf(language: string): string {
  try {
    return new Intl.DisplayNames([language], { type: "language" }).of(language) ?? language;
  } catch {
    return language;
  }
}

function Facts({
  article,
  status,
  toStory,
}: {
  article: Article;
  status: ReactNode;
  toStory: (id: string) => Address;
}) {
  return (
    <div lang="en" className="my-6 border-y border-rule py-1.5 text-small text-soft">
      <p className="flex flex-wrap items-center gap-x-4 [&>*]:inline-flex [&>*]:min-h-8 [&>*]:items-center">
        <span>
          {article.date === null ? "Without a date" : <When date={article.date} as="full" />}
        </span>
        {article.authors.length === 0 ? null : (
          <span>
            by&nbsp;<bdi>{article.authors.join(", ")}</bdi>
          </span>
        )}
        <span>{article.minutes === 1 ? "1 minute" : `${article.minutes} minutes`}</span>
        {article.link === undefined ? null : (
          <a href={article.link} target="_blank" rel="noopener noreferrer nofollow">
            <span className="border-b border-rule hover:border-accent">Read the original</span>
            <span className="sr-only"> (opens in a new tab)</span>
          </a>
        )}
        {status ? <span className="ms-auto">{status}</span> : null}
      </p>
      {article.translations.length === 0 ? null : (
        <p className="flex flex-wrap items-center gap-x-3">
          <span>Also in</span>
          {article.translations.map((other) => (
            <Link
              key={other.id}
              to={toStory(other.id)}
              lang={other.language}
              hrefLang={other.language}
              title={other.title}
              className="inline-flex min-h-8 items-center"
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

function Related({ article, toStory }: { article: Article; toStory: (id: string) => Address }) {
  if (article.related.length === 0) return null;
  return (
    <section className="no-print mt-6 border-t border-rule pt-5" aria-labelledby="related">
      <h2 id="related" className="text-label font-semibold tracking-[0.09em] text-faint uppercase">
        On the same subject
      </h2>
      <ul className="mt-1">
        {article.related.map((story) => (
          <li key={story.id}>
            <Link
              to={toStory(story.id)}
              className="flex min-h-11 items-center py-1.5 font-serif text-lead leading-snug hover:text-accent"
            >
              <bdi>{story.title}</bdi>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Neighbours({
  previous,
  next,
  toStory,
}: {
  previous: Neighbour | undefined;
  next: Neighbour | undefined;
  toStory: (id: string) => Address;
}) {
  if (!(previous || next)) return null;
  return (
    <nav
      aria-label="Next and previous story"
      className="no-print mt-6 grid gap-x-8 border-t border-rule pt-3 wide:grid-cols-2"
    >
      {previous ? (
        <Link to={toStory(previous.id)} rel="prev" className="group block py-2">
          <span className="text-small text-faint">Previous</span>
          <bdi className="block font-serif text-lead leading-snug group-hover:text-accent">
            {previous.title}
          </bdi>
        </Link>
      ) : (
        <span />
      )}
      {next ? (
        <Link to={toStory(next.id)} rel="next" className="group block py-2 wide:text-end">
          <span className="text-small text-faint">Next</span>
          <bdi className="block font-serif text-lead leading-snug group-hover:text-accent">
            {next.title}
          </bdi>
        </Link>
      ) : null}
    </nav>
  );
}
