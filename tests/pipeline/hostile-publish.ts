import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import type { Article } from "#model/article.ts";
import { openContent } from "#pipeline/content/open-content.ts";
import { writeEdition } from "#pipeline/edition/write-edition.ts";
import type { EditionOptions } from "#pipeline/options.ts";
import { problemLine, Report } from "#pipeline/report.ts";
import { documents } from "../support/edition-stories.ts";
import { readWhole } from "../support/edition-workshop.ts";

/** What became of a content folder: what was said, and what was written. */
export type Publication = {
  /** As a person reads them: `path:line: what. What to do.` */
  readonly problems: readonly string[];
  readonly leftOut: ReadonlyMap<string, string>;
  /** Id by path. */
  readonly published: ReadonlyMap<string, string>;
  /** Every article of the edition's lists, read as the app reads it. */
  readonly articles: ReadonlyMap<string, Article>;
  /** Every file of the edition, with `/`. */
  readonly files: readonly string[];
};

/** Publishes `<home>/content` into `<home>/out`, as the command does, but for the app. */
export async function publish(home: string): Promise<Publication> {
  const app = join(home, "app");
  const out = join(home, "out");
  write(app, { "index.html": "<p>app</p>" });
  const options: EditionOptions = {
    content: join(home, "content"),
    title: "Test",
    language: "en",
    timeZone: "UTC",
    base: "/",
    drafts: false,
    future: false,
    expired: false,
    tagsFrom: ["tags"],
    pictures: "remote",
    now: new Date("2026-06-01T00:00:00Z"),
  };
  const report = new Report();
  await writeEdition(await openContent(options, report), options, report, { out, app, documents });
  return {
    problems: report.problems.map(problemLine),
    leftOut: new Map(report.leftOut.map(({ path, reason }) => [path, reason])),
    published: new Map(report.published.map(({ path, id }) => [path, id])),
    articles: readWhole(out),
    files: filesIn(out),
  };
}

/** Writes files by path. */
export function write(folder: string, files: Readonly<Record<string, string | Uint8Array>>): void {
  mkdirSync(folder, { recursive: true });
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

/** All files below a folder, links among them as themselves. */
export function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort();
}
