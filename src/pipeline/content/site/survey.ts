import { NumberColumn } from "#pipeline/columns/number-column.ts";
import type { Texts } from "#pipeline/columns/text-column.ts";
import type { TextFile } from "#pipeline/columns/text-file.ts";
import { type Draft, openSource, type Task } from "#pipeline/content/draft-file.ts";
import { folderOf, isUnreadMarkup } from "#pipeline/content/folder/file-kind.ts";
import { readText } from "#pipeline/content/folder/read-text.ts";
import type { Folder } from "#pipeline/content/folder/walk-folder.ts";
import { type Ground, type GroundPlan, groundOf } from "#pipeline/content/ground.ts";
import type { EditionOptions } from "#pipeline/options.ts";
import type { Report } from "#pipeline/report.ts";
import { fileIds, type KnownId } from "./file-ids.ts";
import { findLanguages } from "./languages.ts";
import { type Layout, Layouts } from "./layout.ts";
import { Pages } from "./pages.ts";
import { Sections } from "./sections.ts";
import { Terms } from "./terms.ts";

/** What is known of a content folder once every file was drafted. */
export type Survey = {
  /** The published ones, in the order of their paths. */
  readonly pages: Pages;
  readonly layouts: Layouts;
  readonly sections: Sections;
  readonly terms: Terms;
};

/** So many of them are drafted at a time. */
export const TASKS_AT_ONCE = 64;

/** The files to be drafted. */
export type Tasks = {
  readonly count: number;
  readonly at: (number: number) => Task;
};

/** Drafts files, wherever that is done; gives the drafts in the order of the tasks, as many at a time as are there. */
export type DraftAll = (tasks: Tasks, plan: GroundPlan) => AsyncIterable<readonly Draft[]>;

/** What is known of a folder before it is surveyed, and an empty file for its paths, if memory is not to hold them. */
export type Foreknown = {
  readonly knownId?: KnownId;
  readonly paths?: TextFile;
};

/** Reads every front matter of a folder; what is left out, and why, goes into the report. */
export async function surveyFolder(
  folder: Folder,
  options: EditionOptions,
  report: Report,
  draftAll: DraftAll,
  { knownId, paths }: Foreknown = {},
): Promise<{ survey: Survey; ground: Ground }> {
  const layouts = new Layouts(folder.pages, findLanguages(folder.pages, options.language));
  const sectionPaths: string[] = [];
  const articles = new NumberColumn();
  for (let place = 0; place < folder.pages.count; place++) {
    const path = folder.pages.at(place);
    const layout = layouts.of(path);
    const reason = leftOutUnread(path, layout);
    if (reason) report.leaveOut(path, reason);
    else if (layout.kind === "section") sectionPaths.push(path);
    else articles.push(place);
  }
  const articlePaths = chosen(folder.pages, articles, paths);
  const sections = new Sections();
  const ground = groundOf({ root: folder.root, options, handed: [], termTitles: [] });
  // What sections hand down must be known before the pages below them are judged.
  readSections(ground, sectionPaths, layouts, sections, report);
  const { cascades, termTitles } = ground;
  const plan = {
    root: folder.root,
    options,
    handed: cascades.handed,
    termTitles: termTitles.given,
  };
  const ids = fileIds(articlePaths, report, knownId);
  // Who drafts some files and who hears of them ask for the same ones, one after the other.
  const last: { readonly number: number; readonly task: Task }[] = [];
  const tasks: Tasks = {
    count: articlePaths.count,
    at: (number) => {
      const known = last[number % TASKS_AT_ONCE];
      if (known?.number === number) return known.task;
      const path = articlePaths.at(number);
      const task = { path, id: ids.at(number), layout: layouts.of(path) };
      last[number % TASKS_AT_ONCE] = { number, task };
      return task;
    },
  };
  const terms = new Terms();
  const pages = new Pages(articlePaths, ids, terms);
  await readPages(tasks, draftAll(tasks, plan), pages, sections, report);
  return { survey: { pages, layouts, sections, terms }, ground };
}

/** The texts at some places, in their order; in `file`, where there is one. */
function chosen(texts: Texts, places: NumberColumn, file?: TextFile): Texts {
  const { count } = places;
  if (file !== undefined) {
    for (let place = 0; place < count; place++) file.push(texts.at(places.at(place)));
    return file;
  }
  const { isAscii } = texts;
  return count === texts.count
    ? texts
    : { count, isAscii, at: (place) => texts.at(places.at(place)) };
}

function leftOutUnread(path: string, layout: Layout): string | null {
  if (layout.kind === "resource") return `a resource of ${layout.bundle ?? ""}/`;
  return isUnreadMarkup(path)
    ? "in a markup that Offprint doesn't read (it reads .md and .html)"
    : null;
}

function readSections(
  ground: Ground,
  paths: readonly string[],
  layouts: Layouts,
  sections: Sections,
  report: Report,
): void {
  // Nothing is handed down to the sections' own pages.
  const { root, options } = ground;
  const bare = groundOf({ root, options, handed: [], termTitles: [] });
  for (const path of paths) {
    const layout = layouts.of(path);
    const tell = (line: number, message: string) => report.problem(path, line, message);
    const source = openSource(readText(`${bare.root}/${path}`), { layout }, bare, tell);
    report.leaveOut(path, "a section's own page");
    if ("reason" in source) continue;
    const value = source.fields.get("cascade");
    ground.cascades.add({ folder: folderOf(layout.stem), language: layout.language, value });
    const title = source.fields.text("title", 300);
    sections.add(layout, title);
    ground.termTitles.add(layout, title, options.tagsFrom);
  }
}

async function readPages(
  tasks: Tasks,
  drafts: AsyncIterable<readonly Draft[]>,
  pages: Pages,
  sections: Sections,
  report: Report,
): Promise<void> {
  let number = 0;
  const take = ({ facts, leftOut, remarks }: Draft) => {
    const { path, layout } = tasks.at(number);
    for (const { line, message } of remarks) report.problem(path, line, message);
    if (leftOut !== null) report.leaveOut(path, leftOut);
    if (facts) {
      pages.add(number, facts);
      sections.use(layout);
    }
    number += 1;
  };
  for await (const some of drafts) for (const draft of some) take(draft);
}
