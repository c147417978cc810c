import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { onTestFinished } from "vitest";
import { dataAddress } from "#model/address.ts";
import { type Article, parseArticle } from "#model/article.ts";
import {
  parseDirectory,
  parseDirectoryPage,
  parseExpiries,
  parseHead,
  parseManifest,
  parseMonth,
  parsePlaces,
  parseRows,
  parseSchedule,
  parseTermFile,
  type TermStories,
} from "#model/edition.ts";
import { TERM_KINDS } from "#model/term.ts";
import { type EditionTarget, writeEdition } from "#pipeline/edition/write-edition.ts";
import type { EditionOptions } from "#pipeline/options.ts";
import { Report } from "#pipeline/report.ts";
import type { Content, Story } from "#pipeline/story.ts";
import { contentOf, documents } from "./edition-stories.ts";

/** An empty folder that lasts as long as the test. */
function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "offprint-test-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A folder with a content folder, a built app, and the options that name them. */
export function workshop(given: Partial<EditionOptions> = {}) {
  const folder = temporaryFolder();
  const app = join(folder, "app");
  writeFiles(app, {
    "index.html": "<p>app</p>",
    "assets/Index-1.js": "start()",
    "icon.svg": "<svg/>",
  });
  const options: EditionOptions = {
    content: join(folder, "content"),
    title: "The Test",
    language: "en",
    timeZone: "UTC",
    base: "/",
    drafts: false,
    future: false,
    expired: false,
    tagsFrom: ["tags"],
    pictures: "remote",
    now: new Date("2026-02-01T00:00:00Z"),
    ...given,
  };
  const out = join(folder, "dist");
  const publish = async (
    stories: readonly Story[] | Content,
    sections?: ReadonlyMap<string, string>,
    target: Partial<EditionTarget> = {},
  ) => {
    const report = new Report();
    const content = "stories" in stories ? stories : contentOf(stories, sections);
    const result = await writeEdition(content, options, report, {
      out,
      app,
      documents,
      ...target,
    });
    return { report, result };
  };
  return { folder, app, out, options, publish };
}

/**
 * Reads an edition as the app would, from the manifest on, and gives the stories of its lists by id, newest first.
 * Fails where anything that is named is not there or not in its form.
 */
export function readWhole(out: string): Map<string, Article> {
  const manifest = parseManifest(readJson(out, dataAddress.manifest()));
  parseHead(readJson(out, dataAddress.head(manifest.head)));
  for (const kind of TERM_KINDS) readTerms(out, manifest.directories[kind]);
  if (manifest.schedule)
    parseSchedule(readJson(out, dataAddress.schedule(manifest.schedule.digest)));
  if (manifest.expiries)
    parseExpiries(readJson(out, dataAddress.expiries(manifest.expiries.digest)));
  const rows = manifest.months.flatMap(([month, , digest]) =>
    parseMonth(readJson(out, dataAddress.month(month, digest)))
      .chunks.flatMap(([, , name]) => parseRows(readJson(out, dataAddress.rows(month, name))))
      .reverse(),
  );
  if (rows.length !== manifest.counts.stories)
    throw new Error("The lists do not hold all stories.");
  readFileSync(join(out, "index.html"));
  return new Map(
    rows.map(({ id }) => [id, parseArticle(readJson(out, dataAddress.articleFile(id)))]),
  );
}

/** Reads all terms of a directory by their keys. */
export function readTerms(out: string, directory: string): Map<string, TermStories> {
  const { pages } = parseDirectory(readJson(out, dataAddress.directory(directory)));
  const entries = pages.flatMap(([, page]) =>
    parseDirectoryPage(readJson(out, dataAddress.directoryPage(page))),
  );
  return new Map(
    entries.map(({ key, file }) => {
      const found = parseTermFile(readJson(out, dataAddress.term(file))).find(
        (term) => term.key === key,
      );
      if (!found) throw new Error(`The file of ${key} does not hold it.`);
      for (const digest of found.older) parsePlaces(readJson(out, dataAddress.term(digest)));
      return [key, found];
    }),
  );
}

/** Writes files below a folder. */
export function writeFiles(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    const place = join(folder, path);
    mkdirSync(dirname(place), { recursive: true });
    writeFileSync(place, text);
  }
}

/** All files below a folder by their paths, except the pipeline's own notes. */
export function readFiles(folder: string): Map<string, string> {
  const files = new Map<string, string>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = relative(folder, join(entry.parentPath, entry.name));
    if (entry.isFile() && !path.startsWith(".offprint")) {
      files.set(path, readFileSync(join(folder, path), "utf8"));
    }
  }
  return new Map([...files].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The JSON of an edition's file. */
export function readJson(folder: string, path: string): unknown {
  return JSON.parse(readFileSync(join(folder, path), "utf8"));
}
