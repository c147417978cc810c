import { type Article, type Picture, parseArticle } from "#model/article.ts";
import { EDITION_VERSION } from "#model/edition-version.ts";
import type { Remark } from "#pipeline/report.ts";
import type { Resource } from "#pipeline/story.ts";
import { excerptOf, plainExcerpt } from "./body/excerpt.ts";
import { parseHtml, renderHtml, textIn, wordsAlone } from "./body/html-tree.ts";
import { Linker } from "./body/linker.ts";
import { renderInline } from "./body/markdown.ts";
import { measure } from "./body/measure.ts";
import { readPlainHtml } from "./body/plain-html.ts";
import { renderBody } from "./body/render-body.ts";
import { rewriteLinks } from "./body/rewrite-links.ts";
import type { Task } from "./draft-file.ts";
import { readAttribution } from "./fields/read-attribution.ts";
import { readTags } from "./fields/read-tags.ts";
import { readTimes } from "./fields/read-times.ts";
import { readVisibility } from "./fields/read-visibility.ts";
import { isHtml } from "./folder/file-kind.ts";
import type { Ground } from "./ground.ts";
import { firstPicture, namedPicture } from "./media/read-picture.ts";
import type { Facts } from "./site/describe-page.ts";
import type { Answers } from "./site/questions.ts";
import { writtenIn } from "./site/written-in.ts";
import { clip, type Fields, type Tell } from "./source/fields.ts";
import type { Source } from "./source/read-source.ts";
import { lineAt } from "./source/split-source.ts";

/** What to do about an address that leads nowhere. */
const LOST_ADVICE = "Correct it, or give the front matter a “link:” to the original.";
const TOO_MUCH =
  "The text has more elements, or more of them within one another, than a reader's browser can draw, so only its words are kept. Close the elements that are open, or split it.";
const LONGEST_DESCRIPTION = 1000;
/** Something that Markdown or its typographer changes. */
const MARKUP = /[*_`[\]<>&\\'"~|!:^()]|--|\.\.\./;
const LONGEST_SUMMARY = 2000;

/** What an article says of other articles: its translations, and those on the same subject. */
export type Kin = Pick<Article, "translations" | "related">;

/** What is made of one content file. */
export type Making = {
  readonly article: Article;
  readonly resources: readonly Resource[];
  readonly remarks: readonly Remark[];
};

/**
 * Makes the article of a content file. It depends on its arguments alone; an answer that is not known yet counts as
 * none, and the result is not to be used then.
 */
export function makeStory(
  { path, id, layout }: Task,
  source: Source,
  facts: Pick<Facts, "title" | "date">,
  ground: Ground,
  answers: Answers,
  kin: Kin,
): Making {
  const remarks: Remark[] = [];
  const tell: Tell = (line, message) => remarks.push({ line, message });
  const { base } = ground.options;
  // What else is wrong with the front matter was told when it was described.
  const fields = source.fields.toldTo(() => undefined);
  const attribution = readAttribution(fields.toldTo(tell));
  const linker = new Linker(answers, base, attribution.link);
  const body = readBody({ ...source, fields }, isHtml(path), linker, tell, base);
  const picture = namedPicture(fields.toldTo(tell), linker) ?? body.picture;
  for (const fault of linker.faults) tell(1, `${fault}. Put another file in its place.`);
  const { title, date } = facts;
  const head = { id, layout, title, date, ...kin };
  const article = makeArticle(head, fields, { picture, ...attribution }, body, ground);
  const resources = [...linker.files.values()].map((file) => file.resource);
  return { article, resources, remarks };
}

type Body = {
  readonly html: string;
  readonly text: string;
  readonly excerpt: string;
  /** The first one in it. */
  readonly picture: Picture | undefined;
};

function readBody(
  source: Source,
  isHtmlBody: boolean,
  linker: Linker,
  tell: Tell,
  base: string,
): Body {
  const { body, bodyLine, fields } = source;
  const asked = {
    reference: (target: string) => linker.reference(target),
    param: (name: string) => fields.word(name, fields.anywhere(name.toLowerCase())) ?? null,
  };
  const html = renderBody(body, isHtmlBody, asked, bodyLine, tell);
  const summary = summaryOf(fields);
  const plain = readPlainHtml(html);
  if (plain) {
    const excerpt = plainExcerpt(plain, summary);
    return { html: html.trim(), text: plain.text, excerpt, picture: undefined };
  }
  const parsed = parseHtml(html);
  if (!parsed) tell(bodyLine, TOO_MUCH);
  const tree = parsed ?? wordsAlone(html);
  const lost = rewriteLinks(tree, (address) => linker.resolve(address));
  tellLost(lost, source, tell);
  const read = {
    picture: firstPicture(tree, base, linker),
    text: textIn(tree),
    excerpt: excerptOf(tree, summary),
  };
  // Last, since it takes out what the others read.
  return { ...read, html: renderHtml(tree) };
}

function tellLost(lost: readonly string[], { body, bodyLine }: Source, tell: Tell): void {
  const [first] = lost;
  if (first === undefined) return;
  const at = body.indexOf(first);
  const others = lost.length > 1 ? ` (and ${lost.length - 1} more)` : "";
  const what = `“${clip(first)}”${others} is neither an article nor a file of the content folder`;
  tell(at < 0 ? bodyLine : bodyLine + lineAt(body, at) - 1, `${what}. ${LOST_ADVICE}`);
}

type Head = Pick<Task, "id" | "layout"> & Pick<Facts, "title" | "date"> & Kin;
type Shown = ReturnType<typeof readAttribution> & { readonly picture: Picture | undefined };

function makeArticle(
  head: Head,
  fields: Fields,
  shown: Shown,
  body: Body,
  { options, language, termTitles }: Ground,
): Article {
  const { section } = head.layout;
  const own = writtenIn(body.text, head.layout.language);
  const times = readTimes(fields, options.timeZone);
  const { appears, expires } = readVisibility(fields, times, false, options);
  const modified = times.modified?.instant;
  const description = fields.html("description", LONGEST_DESCRIPTION);
  const length = measure(body.text, own, fields.flag("iscjklanguage"));
  const article = {
    v: EDITION_VERSION,
    id: head.id,
    title: head.title,
    date: head.date,
    source: shown.source,
    section,
    tags: readTags(fields, options.tagsFrom, termTitles),
    excerpt: body.excerpt,
    picture: shown.picture,
    minutes: length.minutes,
    language: own === language ? undefined : own,
    expires,
    appears,
    modified: modified === head.date ? undefined : modified,
    link: shown.link,
    authors: [...shown.authors],
    description,
    words: length.words,
    body: body.html,
    translations: head.translations,
    related: head.related,
  };
  return parseArticle(withoutUndefined(article));
}

/** Takes absent fields out: to the schema, one that is there and undefined is another matter. */
function withoutUndefined(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const present: Record<string, unknown> = {};
  for (const name in fields) if (fields[name] !== undefined) present[name] = fields[name];
  return present;
}

/** Hugo reads Markdown in a summary. */
function summaryOf(fields: Fields): string | undefined {
  const written = fields.word("summary")?.slice(0, LONGEST_SUMMARY);
  if (!written || !MARKUP.test(written)) return written && fields.html("summary", LONGEST_SUMMARY);
  return fields.html("summary", LONGEST_SUMMARY, renderInline(written));
}
