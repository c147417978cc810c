import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { folderTitle } from "#pipeline/command/plan/folder-title.ts";

let content = "";
beforeEach(() => {
  content = mkdtempSync(join(tmpdir(), "offprint-title-"));
});
afterEach(() => rmSync(content, { recursive: true }));

describe("the title of a content folder", () => {
  it.each([
    ["none", {}, "en", null],
    ["its own page", { "_index.md": "---\ntitle: The Paper\n---\n" }, "en", "The Paper"],
    [
      "its own page in HTML",
      { "_index.html": '+++\ntitle = "The Paper"\n+++\n' },
      "en",
      "The Paper",
    ],
    [
      "its own page without a title",
      { "_index.md": "---\ndraft: false\n---\nHello.\n" },
      "en",
      null,
    ],
    ["its own page, broken", { "_index.md": "---\ntitle: The Paper\n" }, "en", null],
    [
      "a page for each language",
      {
        "de/_index.md": "---\ntitle: Das Blatt\n---\n",
        "fr/_index.md": "---\ntitle: Le Papier\n---\n",
      },
      "de-CH",
      "Das Blatt",
    ],
    ["a section's page alone", { "sea/_index.md": "---\ntitle: The sea\n---\n" }, "en", null],
  ])("from %s", async (_, files, language, expected) => {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(content, path)), { recursive: true });
      writeFileSync(join(content, path), text);
    }
    expect(await folderTitle(content, language)).toBe(expected);
  });
});
