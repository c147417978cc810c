import { page } from "#model/address.ts";
import type { Article } from "#model/article.ts";
import { EMPTY_FILTER, withTerm } from "#model/filter.ts";
import type { FirstView, Imprint } from "#model/first-view.ts";
import { localeOf } from "#model/language.ts";
import { type TermKind, termKey } from "#model/term.ts";
import { ownNameOf } from "#ui/article/article-facts.tsx";
import { hasContents } from "#ui/article/contents.tsx";
import { directionOfLanguage } from "#ui/article-body/directions.ts";
import type { Speech } from "#ui/messages/messages.tsx";
import { calendarOf } from "#ui/when.tsx";
import { type ArticleForm, type ArticleTemplate, drawTemplate } from "./article-template.tsx";
import { cleanBody } from "./clean-body.ts";
import { escapeQuoted, escapeText } from "./drawn-markup.ts";
import { waitForWish } from "./wait-for-wish.ts";

/** So many forms are kept; real folders have some hundred. */
const MOST_TEMPLATES = 2_000;
/** So many dates in words. */
const MOST_DATES = 5_000;

/** Makes what draws the pages of an edition's articles. */
export function createArticleDrawer(imprint: Imprint, speech: Speech): FirstView["article"] {
  const { language, timeZone, base, sections } = imprint;
  const templates = new Map<string, ArticleTemplate>();
  const plural = new Intl.PluralRules(localeOf(speech.language));
  const { full } = calendarOf({ timeZone, locale: localeOf(speech.language), today: "" });
  // To put a date in words takes longer than to find it again; many articles share theirs.
  const dates = new Map<string, string>();
  const inWords = (date: string): string => {
    const known = dates.get(date);
    if (known !== undefined) return known;
    const words = full(date);
    if (dates.size >= MOST_DATES) dates.clear();
    dates.set(date, words);
    return words;
  };
  return (plain) => {
    const article = { ...plain, language: plain.language ?? language };
    const sectionName = sections.get(plain.section ?? "");
    const text = waitForWish(cleanBody(plain.body, { baseUrl: plain.link, base }, speech));
    const minutes = plural.select(article.minutes);
    const form = formOf(article, text, sectionName, minutes);
    const key = Object.values(form).join();
    const template = templates.get(key) ?? drawTemplate(form, imprint, speech);
    if (templates.size < MOST_TEMPLATES) templates.set(key, template);
    const words = wordsOf(article, sectionName, inWords);
    const data = escapeQuoted(JSON.stringify({ ...plain, body: "", sectionName }));
    return fill(template, (name) => {
      if (name === "body") return text;
      return name === "data" ? data : escapeText(words(name));
    });
  };
}

function fill(template: ArticleTemplate, htmlAt: (mark: string) => string): string {
  let html = "";
  for (const [index, part] of template.entries()) html += index % 2 === 0 ? part : htmlAt(part);
  return html;
}

function formOf(
  article: Article,
  text: string,
  sectionName: string | undefined,
  minutes: ArticleForm["minutes"],
): ArticleForm {
  const { source, section, description } = article;
  return {
    source: source !== undefined,
    section: section !== undefined,
    isOneName: (sectionName ?? section)?.toLowerCase() === source?.toLowerCase(),
    description: Boolean(description) && description !== article.title,
    date: article.date !== null,
    authors: article.authors.length > 0,
    minutes,
    link: article.link !== undefined,
    tags: article.tags.length,
    translations: article.translations.length,
    related: article.related.length,
    direction: directionOfLanguage(article.language) ?? "ltr",
    hasText: text !== "",
    isLong: hasContents(article),
  };
}

/** Gives the words that stand at a mark. */
function wordsOf(
  article: Article,
  sectionName: string | undefined,
  inWords: (date: string) => string,
) {
  const { title, date, source = "", section = "", translations, related } = article;
  const other = (name: string, index: number) =>
    (name.includes("related") ? related : translations)[index];
  const idAt = (name: string, index: number) => {
    const id = other(name, index)?.id ?? "";
    return `${id.slice(0, 2)}/${id.slice(2)}`;
  };
  const known: Record<string, (index: number, name: string) => string> = {
    title: () => title,
    instant: () => date ?? "",
    date: () => inWords(date ?? ""),
    minutes: () => String(article.minutes),
    source: () => source,
    sectionname: () => sectionName ?? section,
    sectionkey: () => keyInSearch("section", section),
    description: () => article.description ?? "",
    authors: () => article.authors.join(", "),
    link: () => article.link ?? "",
    language: (index) => (Number.isNaN(index) ? article : translations[index])?.language ?? "",
    languagename: (index) => ownNameOf(translations[index]?.language ?? ""),
    tag: (index) => article.tags[index] ?? "",
    tagkey: (index) => keyInSearch("tag", termKey(article.tags[index] ?? "")),
    related: (index, name) => other(name, index)?.title ?? "",
    translation: (index, name) => other(name, index)?.title ?? "",
    idrelated: (index, name) => idAt(name, index),
    idtranslation: (index, name) => idAt(name, index),
  };
  return (mark: string): string => {
    const name = mark.replace(/\d+$/, "");
    const index = name === mark ? Number.NaN : Number(mark.slice(name.length));
    return known[name]?.(index, name) ?? "";
  };
}

/** A term's key as it stands in an address. */
function keyInSearch(kind: TermKind, key: string): string {
  const { search } = page.latest.to(withTerm(EMPTY_FILTER, { kind, key }, "included"));
  return search.slice(search.indexOf("=") + 1);
}
