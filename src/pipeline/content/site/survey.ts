import { folderOf, isUnreadMarkup } from "#pipeline/content/folder/file-kind.ts";
import { readSources } from "#pipeline/content/folder/read-sources.ts";
import type { Folder } from "#pipeline/content/folder/walk-folder.ts";
import type { EditionOptions } from "#pipeline/options.ts";
import type { Report } from "#pipeline/report.ts";
import { Cascades } from "./cascades.ts";
import { describePage } from "./describe-page.ts";
import { fileIds } from "./file-ids.ts";
import { findLanguages } from "./languages.ts";
import { type Layout, Layouts } from "./layout.ts";
import type { Page } from "./page.ts";
import { Sections } from "./sections.ts";
import { Terms } from "./terms.ts";

/** What is known of a content folder once every front matter was read. */
export type Survey = {
  /** The published ones, in the order of their paths. */
  readonly pages: readonly Page[];
  readonly layouts: Layouts;
  readonly cascades: Cascades;
  readonly sections: Sections;
  readonly terms: Terms;
};

/** Reads every front matter of a folder; what is left out, and why, goes into the report. */
export async function surveyFolder(
  folder: Folder,
  options: EditionOptions,
  report: Report,
): Promise<Survey> {
  const layouts = new Layouts(folder.pages, findLanguages(folder.pages, options.language));
  const sectionPaths: string[] = [];
  const articlePaths: string[] = [];
  for (const path of folder.pages) {
    const layout = layouts.of(path);
    const reason = leftOutUnread(path, layout);
    if (reason) report.leaveOut(path, reason);
    else (layout.kind === "section" ? sectionPaths : articlePaths).push(path);
  }
  const site = {
    layouts,
    cascades: new Cascades(),
    sections: new Sections(),
    terms: new Terms(),
  };
  // What sections hand down must be known before the pages below them are judged.
  await readSections(folder, sectionPaths, site, report);
  const pages = await readPages(folder, articlePaths, site, options, report);
  return { pages, ...site };
}

type Site = Omit<Survey, "pages">;

function leftOutUnread(path: string, layout: Layout): string | null {
  if (layout.kind === "resource") return `a resource of ${layout.bundle ?? ""}/`;
  return isUnreadMarkup(path)
    ? "in a markup that Offprint doesn't read (it reads .md and .html)"
    : null;
}

async function readSections(
  folder: Folder,
  paths: readonly string[],
  { layouts, cascades, sections }: Site,
  report: Report,
): Promise<void> {
  for await (const { path, source } of readSources(folder.root, paths, tellOf(report))) {
    report.leaveOut(path, "a section's own page");
    if ("reason" in source) continue;
    const layout = layouts.of(path);
    cascades.add(folderOf(layout.stem), layout.language, source.fields.get("cascade"));
    sections.add(layout, source.fields.text("title", 300));
  }
}

async function readPages(
  folder: Folder,
  paths: readonly string[],
  { layouts, cascades, sections, terms }: Site,
  options: EditionOptions,
  report: Report,
): Promise<Page[]> {
  const ids = fileIds(paths, report);
  const pages: Page[] = [];
  let index = 0;
  for await (const { path, source } of readSources(folder.root, paths, tellOf(report))) {
    const id = ids[index] ?? "";
    index += 1;
    if ("reason" in source) {
      report.leaveOut(path, source.reason);
      continue;
    }
    const layout = layouts.of(path);
    const fields = source.fields.withDefaults(cascades.defaultsFor(layout));
    const file = { path, id, layout, source: { ...source, fields } };
    const page = describePage(file, terms, options, report);
    if (!page) continue;
    pages.push(page);
    sections.use(layout);
  }
  return pages;
}

function tellOf(report: Report) {
  return (path: string) => (line: number, message: string) => report.problem(path, line, message);
}
