import { expect, test } from "vitest";
import { TextColumn } from "#pipeline/columns/text-column.ts";
import { fileIds } from "#pipeline/content/site/file-ids.ts";
import { Report } from "#pipeline/report.ts";

/** The ids of some paths. */
function idsOf(given: readonly string[], report: Report): string[] {
  const paths = new TextColumn(given);
  const ids = fileIds(paths, report);
  return given.map((_, place) => ids.at(place));
}

const composed = "caf\u00e9.md";
const decomposed = "cafe\u0301.md";

test("an id depends on the file's own path alone", () => {
  const report = new Report();
  const alone = idsOf(["b.md"], report);
  expect(idsOf(["a.md", "b.md", "c.md"], report)[1]).toBe(alone[0]);
  expect(alone[0]).toMatch(/^[0-9a-f]{20}$/);
  expect(idsOf(["b.md", "é.md", decomposed], report)[0]).toBe(alone[0]);
});

test("a path has one id in either of Unicode's forms", () => {
  expect(idsOf([decomposed], new Report())).toEqual(idsOf([composed], new Report()));
});

test("twins are told, in whatever order they come, and both have an id", () => {
  const report = new Report();
  const [first, second] = idsOf([decomposed, composed], report);
  expect(first).not.toBe(second);
  expect(second).toBe(idsOf([composed], new Report())[0]);
  expect(report.problems).toEqual([
    {
      path: decomposed,
      line: 1,
      message: `“${composed}” has the same name in other bytes. Rename one.`,
    },
  ]);
});
