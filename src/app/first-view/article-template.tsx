import { renderToStaticMarkup } from "react-dom/server";
import type { Article } from "#model/article.ts";
import type { Imprint } from "#model/first-view.ts";
import { localeOf } from "#model/language.ts";
import type { Speech } from "#ui/messages/messages.tsx";
import { calendarOf } from "#ui/when.tsx";
import { trimMarkup } from "./drawn-markup.ts";
import { FirstArticle } from "./first-article.tsx";

// React draws one article of each form, with marks in place of its words; all others of that form are filled in.

/** Which parts an article has: what decides how its page is made up, all but the words. */
export type ArticleForm = {
  readonly source: boolean;
  readonly section: boolean;
  /** A source and a section of one name are said once. */
  readonly isOneName: boolean;
  readonly description: boolean;
  readonly date: boolean;
  readonly authors: boolean;
  /** Which form of “minutes” its number asks for in the language that is spoken. */
  readonly minutes: Intl.LDMLPluralRule;
  readonly link: boolean;
  readonly tags: number;
  readonly translations: number;
  readonly related: number;
  /** Which way its language is written. */
  readonly direction: "ltr" | "rtl";
  readonly hasText: boolean;
  readonly isLong: boolean;
};

/** HTML cut at its marks: text, mark, text, mark, … text. A mark is a name and, of lists, a number. */
export type ArticleTemplate = readonly string[];

const MARK = /zq([a-z]+?\d*)qz/;
const mark = (name: string) => `zq${name}qz`;
/** Stands for what looks like a mark in an edition's title. */
const UNMARKED = "z\u2060q";
const ID = "feedfacecafe";
const DATE = "1971-02-03T00:00:00Z";
/** A number for each form: the small ones are the only ones of theirs, so that their words hold no number to fill in. */
const MINUTES: Readonly<Record<Intl.LDMLPluralRule, number>> = {
  zero: 0,
  one: 1,
  two: 2,
  few: 9_021_090_203,
  many: 9_021_090_211,
  other: 9_021_090_200,
};
const LINK = `https://${mark("link")}`;
// A language from right to left turns the page's head round.
const RTL = `ar-${mark("x")}`;

/** Draws a page of this form with marks, and cuts it at them. */
export function drawTemplate(form: ArticleForm, imprint: Imprint, speech: Speech): ArticleTemplate {
  const calendar = calendarOf({ timeZone: "UTC", locale: localeOf(speech.language), today: "" });
  const html = renderToStaticMarkup(
    <FirstArticle
      imprint={{ ...imprint, title: imprint.title.replaceAll("zq", UNMARKED), timeZone: "UTC" }}
      speech={speech}
      article={markedArticle(form)}
      sectionName={form.section ? mark("sectionname") : undefined}
      body={form.hasText ? { content: mark("body"), direction: form.direction } : null}
      isLong={form.isLong}
      data={mark("data")}
    />,
  );
  return trimMarkup(html)
    .replaceAll(DATE, mark("instant"))
    .replaceAll(calendar.full(DATE), mark("date"))
    .replaceAll(/90210902\d\d/g, mark("minutes"))
    .replaceAll(LINK, mark("link"))
    .replaceAll(RTL, mark("language"))
    .replace(/\?tag=zqtag/g, "?tag=zqtagkey")
    .replace(/\?section=zqsection/g, "?section=zqsectionkey")
    .replace(/>zqlanguage(\d+)qz</g, ">zqlanguagename$1qz<")
    .replace(/fe\/edfacecafe([a-z]+)(\d+)\//g, "zqid$1$2qz/")
    .replace(/data-article="([^"]*)"/, "data-article='$1'")
    .split(MARK)
    .map((part) => part.replaceAll(UNMARKED, "zq"));
}

function markedArticle(form: ArticleForm): Article {
  const list = <T,>(count: number, make: (index: number) => T) =>
    Array.from({ length: count }, (_, index) => make(index));
  return {
    v: 1,
    id: mark("id"),
    title: mark("title"),
    date: form.date ? DATE : null,
    // Of one name for both, it is the section's that is shown.
    ...(form.source && { source: mark(form.isOneName ? "sectionname" : "source") }),
    ...(form.section && { section: mark("section") }),
    ...(form.description && { description: mark("description") }),
    ...(form.link && { link: LINK }),
    language: form.direction === "rtl" ? RTL : mark("language"),
    authors: form.authors ? [mark("authors")] : [],
    minutes: MINUTES[form.minutes],
    words: 0,
    excerpt: "",
    body: "",
    tags: list(form.tags, (index) => mark(`tag${index}`)),
    translations: list(form.translations, (index) => ({
      id: `${ID}translation${index}`,
      title: mark(`translation${index}`),
      language: mark(`language${index}`),
    })),
    related: list(form.related, (index) => ({
      id: `${ID}related${index}`,
      title: mark(`related${index}`),
      date: null,
    })),
  };
}
