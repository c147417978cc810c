import { expect, test } from "vitest";
import { fileIds } from "#pipeline/content/site/file-ids.ts";
import { Report } from "#pipeline/report.ts";

const composed = "caf\u00e9.md";
const decomposed = "cafe\u0301.md";

test("an id depends on the file's own path alone", () => {
  const report = new Report();
  const alone = fileIds(["b.md"], report);
  expect(fileIds(["a.md", "b.md", "c.md"], report)[1]).toBe(alone[0]);
  expect(alone[0]).toMatch(/^[0-9a-f]{20}$/);
});

test("a path has one id in either of Unicode's forms", () => {
  expect(fileIds([decomposed], new Report())).toEqual(fileIds([composed], new Report()));
});

test("twins are told, in whatever order they come, and both have an id", () => {
  const report = new Report();
  const [first, second] = fileIds([decomposed, composed], report);
  expect(first).not.toBe(second);
  expect(second).toBe(fileIds([composed], new Report())[0]);
  expect(report.problems).toEqual([
    {
      path: decomposed,
      line: 1,
      message: `“${composed}” has the same name in other bytes. Rename one.`,
    },
  ]);
});
