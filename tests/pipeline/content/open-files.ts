import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";
import { draftHere, openContent } from "#pipeline/content/open-content.ts";
import type { EditionOptions } from "#pipeline/options.ts";
import { problemLine, Report } from "#pipeline/report.ts";
import type { PictureHouse, Story } from "#pipeline/story.ts";

/** The texts (or bytes) of a content folder's files, by path. */
export type Files = Readonly<Record<string, string | Uint8Array>>;

export const options: EditionOptions = {
  content: "",
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

/** Makes a folder that is gone after the test. */
export function makeFolder(files: Files): string {
  const folder = mkdtempSync(join(tmpdir(), "offprint-content-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

/** Reads a folder as the command does. */
export async function readFolder(
  content: string,
  changed: Partial<EditionOptions> = {},
  pictures: PictureHouse | null = null,
) {
  const report = new Report();
  const opened = await openContent(
    { ...options, content, ...changed },
    report,
    draftHere,
    pictures,
  );
  const stories: Story[] = [];
  for await (const story of opened.stories()) stories.push(story);
  return {
    stories,
    sections: opened.sections,
    count: opened.count,
    problems: report.problems.map(problemLine),
    leftOut: Object.fromEntries(report.leftOut.map(({ path, reason }) => [path, reason])),
    published: report.published,
    elsewhere: report.picturesElsewhere,
    story: (path: string): Story => {
      const found = stories.find((story) => story.path === path);
      if (!found) throw new Error(`No story was made of ${path}.`);
      return found;
    },
  };
}

/** Reads a folder that holds these files. */
export async function openFiles(
  files: Files,
  changed: Partial<EditionOptions> = {},
  pictures: PictureHouse | null = null,
) {
  return readFolder(makeFolder(files), changed, pictures);
}

/** Reads one file as an article. */
export async function openArticle(text: string, name = "a.md") {
  const read = await openFiles({ [name]: text });
  return { ...read, article: read.story(name).article };
}
