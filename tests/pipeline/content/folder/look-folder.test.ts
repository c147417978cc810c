import { lstatSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import {
  type Listing,
  Looked,
  lookAt,
  type Standings,
} from "#pipeline/content/folder/look-folder.ts";
import { walkFolder } from "#pipeline/content/folder/walk-folder.ts";
import { Report } from "#pipeline/report.ts";
import { workshop, writeFiles } from "../../../support/edition-workshop.ts";

function folderOf(files: readonly string[]): string {
  const folder = join(workshop().folder, "content");
  writeFiles(folder, Object.fromEntries(files.map((path) => [path, path])));
  return folder;
}

/** Looks at a folder, whose files' standings come one piece after another. */
async function look(root: string, isAsked = true): Promise<Looked> {
  const listings: Listing[] = [];
  const parts: Standings[] = [];
  lookAt(root, (told) => {
    if (told instanceof Float64Array) parts.push(told);
    else listings.push(told);
  });
  const [listing] = listings;
  if (!listing) throw new Error("Nothing was listed.");
  return new Looked(listing, () => Promise.resolve((isAsked && parts.shift()) || null));
}

function standingOf(path: string) {
  const { size, mtimeMs: modified, ctimeMs: changed, ino: inode } = lstatSync(path);
  return { size, modified, changed, inode };
}

test("finds what a walk finds, and says what a walk says", async () => {
  const root = folderOf(["b.md", "a/z.md", "a/é.md", "a/pic.svg", ".hidden.md", "c.rst"]);
  symlinkSync("b.md", join(root, "link.md"));
  const [told, asked] = [new Report(), new Report()];
  const looked = await look(root);
  looked.tell(told);
  const { pages, others } = walkFolder(root, asked);
  expect([...looked.folder.pages]).toEqual([...pages]);
  expect(looked.folder.others).toEqual(others);
  expect(told.problems).toHaveLength(1);
  expect(told).toEqual(asked);
});

test("knows how each page stands, and nothing of others", async () => {
  const root = folderOf(["a.md", "b.md", "c.md"]);
  const standings = ["a.md", "b.md", "c.md"].map((path) => standingOf(join(root, path)));
  writeFileSync(join(root, "b.md"), "another text");
  const looked = await look(root);
  const [a, b, c] = standings;
  if (!a || !b || !c) throw new Error("There are three.");
  await looked.reach("c.md");
  expect(looked.isAsSeen("a.md", a)).toBe(true);
  expect(looked.isAsSeen("b.md", b)).toBe(false);
  expect(looked.isAsSeen("bb.md", c)).toBe(false);
  expect(looked.isAsSeen("c.md", c)).toBe(true);
});

test("of more pages than are told of at once each is known once it is reached", async () => {
  const names = Array.from({ length: 5_000 }, (_, place) => `p${10_000 + place}.md`);
  const root = folderOf(names);
  const looked = await look(root);
  for (const path of names) {
    await looked.reach(path);
    expect(looked.isAsSeen(path, standingOf(join(root, path)))).toBe(true);
  }
});

test("where nobody could ask how its files stand, nothing is said of them", async () => {
  const root = folderOf(["a.md"]);
  const looked = await look(root, false);
  await looked.reach("a.md");
  expect([...looked.folder.pages]).toEqual(["a.md"]);
  expect(looked.isAsSeen("a.md", standingOf(join(root, "a.md")))).toBe(null);
});

test("a folder without a page has none", async () => {
  expect([...(await look(folderOf(["pic.svg"]))).folder.pages]).toEqual([]);
});
