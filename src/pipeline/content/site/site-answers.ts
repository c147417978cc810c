import { page as pageAddress } from "#model/address.ts";
import type { Filter } from "#model/filter.ts";
import { termKey } from "#model/term.ts";
import { decoded } from "#pipeline/content/body/linker.ts";
import type { PictureHouse } from "#pipeline/story.ts";
import { wholePaths } from "./link-targets.ts";
import type { Page } from "./page.ts";
import type { Answer, Heard, Question } from "./questions.ts";
import type { Site } from "./site.ts";

/** Answers a page's question from what is known of the folder; null where a file must be read for it. */
export function answerNow(site: Site, page: Page, question: Question): Answer | null {
  const answer = findNow(site, page, question);
  return answer && heard(site, page, question, answer);
}

function findNow(site: Site, page: Page, { kind, text }: Question): Answer | null {
  if (kind === "picture" || kind === "own picture") return null;
  if (kind === "reference") return answerReference(site, page, text);
  if (kind === "file") return fileOf(site, page, text) === null ? {} : null;
  const found = site.targets.find(text, page);
  if (found) return { article: inOwnLanguage(site, page, found).id };
  return fileOf(site, page, text) === null ? listAnswer(site, page, text) : null;
}

/** Answers a page's question, whatever it takes. */
export async function answer(site: Site, page: Page, question: Question): Promise<Answer> {
  const known = answerNow(site, page, question);
  if (known !== null) return known;
  if (question.kind === "picture") return pictureAnswer(site.pictures?.fromAddress(question.text));
  if (question.kind === "own picture") return pictureAnswer(site.pictures?.fromFile(question.text));
  const made = await site.resources.publish(fileOf(site, page, question.text) ?? "");
  if (typeof made !== "string") return heard(site, page, question, { file: made });
  // What can't be published may still be the address of a list.
  const list = question.kind === "inside" ? listAnswer(site, page, question.text) : {};
  return heard(site, page, question, { ...list, fault: made });
}

/** Keeps in mind what was answered. */
function heard({ heard }: Site, page: Page, question: Question, answer: Answer): Answer {
  const known = heard.get(page.path) ?? new Map<string, Heard>();
  heard.set(page.path, known.set(`${question.kind} ${question.text}`, { question, answer }));
  return answer;
}

async function pictureAnswer(made: ReturnType<PictureHouse["fromFile"]> | undefined) {
  const picture = await made;
  if (picture === undefined) return {};
  return typeof picture === "string" ? { fault: picture } : { picture };
}

function answerReference(site: Site, page: Page, path: string): Answer {
  const found = site.targets.findReference(decoded(path), page);
  if (found) return { article: inOwnLanguage(site, page, found).id };
  const section = `/${path.replace(/^\/|\/?_index\.\w+$/g, "")}/`;
  return listOf(site, page, section) === null ? {} : { list: section };
}

/** The path, in the content folder, of the file that a page means. */
function fileOf({ resources }: Site, page: Page, path: string): string | null {
  const found = wholePaths(path, page).find((whole) => resources.has(whole.slice(1)));
  return found?.slice(1) ?? null;
}

function listAnswer(site: Site, page: Page, path: string): Answer {
  const list = listOf(site, page, path);
  return list === null ? {} : { list };
}

/** The front page, a section's or a tag's list. */
function listOf({ survey, options, ground }: Site, page: Page, path: string): string | null {
  if (!path.startsWith("/")) return null;
  const segments = path.split("/").filter((segment) => segment !== "");
  if (segments[0] === page.language.toLowerCase()) segments.shift();
  if (segments.length === 0) return "";
  const [first = "", second] = segments.map(termKey);
  if (segments.length === 1 && survey.sections.has(first)) return searchFor("section", first);
  if (segments.length === 2 && second && options.tagsFrom.includes(first)) {
    return searchFor("tag", termKey(ground.termTitles.labelOf(first, second)));
  }
  return null;
}

function searchFor(kind: "section" | "tag", key: string): string {
  const filter: Filter = { include: [{ kind, key }], exclude: [], match: "all" };
  return pageAddress.latest.to(filter).search;
}

function inOwnLanguage({ translations }: Site, page: Page, found: Page): Page {
  return translations.inLanguage(found, page.language);
}
