import { lstatSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { Looked, lookAt } from "#pipeline/content/folder/look-folder.ts";
import { walkFolder } from "#pipeline/content/folder/walk-folder.ts";
import { Report } from "#pipeline/report.ts";
import { workshop, writeFiles } from "../../../support/edition-workshop.ts";

function folderOf(files: readonly string[]): string {
  const folder = join(workshop().folder, "content");
  writeFiles(folder, Object.fromEntries(files.map((path) => [path, path])));
  return folder;
}

function standingOf(path: string) {
  const { size, mtimeMs: modified, ctimeMs: changed, ino: inode } = lstatSync(path);
  return { size, modified, changed, inode };
}

test("finds what a walk finds, and says what a walk says", async () => {
  const root = folderOf(["b.md", "a/z.md", "a/é.md", "a/pic.svg", ".hidden.md", "c.rst"]);
  symlinkSync("b.md", join(root, "link.md"));
  const [told, asked] = [new Report(), new Report()];
  const looked = new Looked(await lookAt(root));
  looked.tell(told);
  expect(looked.folder).toEqual(await walkFolder(root, asked));
  expect(told.problems).toHaveLength(1);
  expect(told).toEqual(asked);
});

test("knows how each page stands, and nothing of others", async () => {
  const root = folderOf(["a.md", "b.md", "c.md"]);
  const standings = ["a.md", "b.md", "c.md"].map((path) => standingOf(join(root, path)));
  writeFileSync(join(root, "b.md"), "another text");
  const looked = new Looked(await lookAt(root));
  const [a, b, c] = standings;
  if (!a || !b || !c) throw new Error("There are three.");
  expect(looked.isAsSeen("a.md", a)).toBe(true);
  expect(looked.isAsSeen("b.md", b)).toBe(false);
  expect(looked.isAsSeen("bb.md", c)).toBe(false);
  expect(looked.isAsSeen("c.md", c)).toBe(true);
});

test("a folder without a page has none", async () => {
  expect(new Looked(await lookAt(folderOf(["pic.svg"]))).folder.pages).toEqual([]);
});
