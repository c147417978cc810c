// @vitest-environment node
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { HOME } from "#tests/support/command.ts";

// Tailwind writes `:is(:where(.group):hover *)` for them: a browser then looks at all that stands in the pane.
const OF_OTHERS = /(?<![\w-])(?:group|peer)(?:\/[\w-]+)?-[\w[]+/g;

// A browser sorts rules by the class, tag or attribute that their last part names; where it names none, or several in an
// `:is()`, the rule is asked of each element of the page. Of a highlight, each even gets a style of its own.
const OF_ALL = /(?<![\w*\])])(?:::(?:highlight|view-transition)|:is\(\.)/g;

it("no class depends on another element's state in a way that restyles all around it", () => {
  const files = filesOf(".tsx");
  expect(files.length).toBeGreaterThan(100);
  expect(files.flatMap((file) => foundIn(file, OF_OTHERS))).toEqual([]);
});

it("no rule is asked of every element of the page", () => {
  const files = filesOf(".css");
  expect(files.length).toBeGreaterThan(5);
  expect(files.flatMap((file) => foundIn(file, OF_ALL))).toEqual([]);
});

function filesOf(ending: string): string[] {
  return readdirSync(join(HOME, "src"), { recursive: true, encoding: "utf8" }).filter((file) =>
    file.endsWith(ending),
  );
}

function foundIn(file: string, what: RegExp): string[] {
  return [...readFileSync(join(HOME, "src", file), "utf8").matchAll(what)].map(
    ([words]) => `${file}: ${words}`,
  );
}
