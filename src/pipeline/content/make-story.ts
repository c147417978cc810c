import type { Document } from "domhandler";
import { type Article, EDITION_VERSION, type Picture, parseArticle } from "#model/article.ts";
import type { Story } from "#pipeline/story.ts";
import { excerptOf } from "./body/excerpt.ts";
import { parseHtml, renderHtml, textIn } from "./body/html-tree.ts";
import { Linker } from "./body/linker.ts";
import { renderInline } from "./body/markdown.ts";
import { measure } from "./body/measure.ts";
import { renderBody } from "./body/render-body.ts";
import { rewriteLinks } from "./body/rewrite-links.ts";
import { readAttribution } from "./fields/read-attribution.ts";
import { readTags } from "./fields/read-tags.ts";
import { readTimes } from "./fields/read-times.ts";
import { readVisibility } from "./fields/read-visibility.ts";
import { isHtml } from "./folder/file-kind.ts";
import { firstPicture, namedPicture } from "./media/read-picture.ts";
import type { Page } from "./site/page.ts";
import type { Site } from "./site/site.ts";
import { clip, type Fields, type Tell } from "./source/fields.ts";
import type { Source } from "./source/read-source.ts";
import { lineAt } from "./source/split-source.ts";

/** What to do about an address that leads nowhere. */
const LOST_ADVICE = "Correct it, or give the front matter a “link:” to the original.";
const LONGEST_DESCRIPTION = 1000;
/** Something that Markdown or its typographer changes. */
const MARKUP = /[*_`[\]<>&\\'"~|!:^()]|--|\.\.\./;
const LONGEST_SUMMARY = 2000;

/** Makes the story of a content file whose front matter was described as `page`. */
export async function makeStory(site: Site, page: Page, source: Source): Promise<Story> {
  const { survey, report, translations } = site;
  const tell: Tell = (line, message) => report.problem(page.path, line, message);
  const defaults = survey.cascades.defaultsFor(survey.layouts.of(page.path));
  const fields = source.fields.withDefaults(defaults);
  const attribution = readAttribution(fields.toldTo(tell));
  const linker = new Linker(site, page, attribution.link);
  const tree = await readBody({ ...source, fields }, page, linker, tell);
  const picture =
    (await namedPicture(fields.toldTo(tell), linker)) ??
    firstPicture(tree, site.options.base, linker);
  for (const fault of linker.faults) tell(1, `${fault}. Put another file in its place.`);
  const article = makeArticle(site, page, fields, { ...attribution, picture }, tree);
  const isListed = translations.isListed(page);
  return {
    path: page.path,
    article,
    isListed,
    pin: isListed && site.hasPins && page.weight > 0 ? page.weight : null,
    aliases: page.aliases.filter((alias) => site.aliasOwners.get(alias) === page),
    resources: [...linker.files.values()].map((file) => file.resource),
  };
}

async function readBody(source: Source, page: Page, linker: Linker, tell: Tell): Promise<Document> {
  const { body, bodyLine, fields } = source;
  const asked = {
    reference: (target: string) => linker.reference(target),
    param: (name: string) => fields.word(name, fields.anywhere(name.toLowerCase())) ?? null,
  };
  const html = renderBody(body, isHtml(page.path), asked, bodyLine, tell);
  const tree = parseHtml(html);
  const lost = await rewriteLinks(tree, (address) => linker.resolve(address));
  const [first] = lost;
  if (first === undefined) return tree;
  const at = body.indexOf(first);
  const others = lost.length > 1 ? ` (and ${lost.length - 1} more)` : "";
  const what = `“${clip(first)}”${others} is neither an article nor a file of the content folder`;
  tell(at < 0 ? bodyLine : bodyLine + lineAt(body, at) - 1, `${what}. ${LOST_ADVICE}`);
  return tree;
}

type Shown = ReturnType<typeof readAttribution> & { readonly picture: Picture | undefined };

function makeArticle(
  site: Site,
  page: Page,
  fields: Fields,
  shown: Shown,
  tree: Document,
): Article {
  const { options, translations } = site;
  const times = readTimes(fields, options.timeZone);
  const { appears, expires } = readVisibility(fields, times, false, options);
  const modified = times.modified?.instant;
  const description = fields.html("description", LONGEST_DESCRIPTION);
  const others = translations.othersOf(page);
  const length = measure(textIn(tree), page.language, fields.flag("iscjklanguage"));
  const article = {
    v: EDITION_VERSION,
    id: page.id,
    title: page.title,
    date: page.date,
    source: shown.source,
    section: page.section,
    tags: readTags(fields, options.tagsFrom),
    excerpt: excerptOf(tree, summaryOf(fields)),
    picture: shown.picture,
    minutes: length.minutes,
    language: page.language === site.language ? undefined : page.language,
    expires,
    appears,
    modified: modified === page.date ? undefined : modified,
    link: shown.link,
    authors: [...shown.authors],
    description,
    words: length.words,
    body: renderHtml(tree),
    translations: others.map(({ id, title, language }) => ({ id, title, language })),
    related: site.related.of(page, others).map(({ id, title, date }) => ({ id, title, date })),
  };
  const present = Object.entries(article).filter(([, value]) => value !== undefined);
  return parseArticle(Object.fromEntries(present));
}

/** Hugo reads Markdown in a summary. */
function summaryOf(fields: Fields): string | undefined {
  const written = fields.word("summary")?.slice(0, LONGEST_SUMMARY);
  if (!written || !MARKUP.test(written)) return written && fields.html("summary", LONGEST_SUMMARY);
  return fields.html("summary", LONGEST_SUMMARY, renderInline(written));
}
