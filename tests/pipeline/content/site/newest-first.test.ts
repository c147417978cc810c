import fc from "fast-check";
import { expect, test } from "vitest";
import { IdColumn } from "#pipeline/columns/id-column.ts";
import { TextColumn } from "#pipeline/columns/text-column.ts";
import { newestFirst } from "#pipeline/content/site/newest-first.ts";
import { Pages } from "#pipeline/content/site/pages.ts";
import { Terms } from "#pipeline/content/site/terms.ts";

function pagesOf(dates: readonly (string | null)[]): Pages {
  const [paths, ids] = [new TextColumn(), new IdColumn()];
  const pages = new Pages(paths, ids, new Terms());
  for (const [number, date] of dates.entries()) {
    paths.push(`${number}.md`);
    const id = String((number * 7919) % 1_000).padStart(20, "0");
    pages.add(ids.push(id), {
      ...{ title: "", date, language: "en", translationKey: "", section: undefined, isDue: true },
      ...{ mayBeListed: true, weight: 0, address: "/", aliases: [], tags: [], keywords: [] },
    });
  }
  return pages;
}

const days = fc.integer({ min: 1, max: 9 }).map((day) => `2026-01-0${day}T00:00:00Z`);
const far = fc.constantFrom("1000-01-01T00:00:00Z", "9999-12-31T23:59:59Z");
const halves = fc.constant("2026-01-03T00:00:00.500Z");

test.each([
  ["days that many share, and none", fc.oneof(days, fc.constant(null))],
  ["days far from one another", fc.oneof(days, far, fc.constant(null))],
  ["moments within a second", fc.oneof(days, halves)],
  ["none alone", fc.constant(null)],
])("sorts pages as they compare: %s", (_, date) => {
  fc.assert(
    fc.property(fc.array(date, { maxLength: 60 }), (dates) => {
      const pages = pagesOf(dates);
      const numbers = Uint32Array.from({ length: dates.length }, (__, number) => number).reverse();
      const sorted = newestFirst(pages, numbers);
      expect([...sorted]).toEqual([...numbers].sort((a, b) => pages.compare(a, b)));
    }),
  );
});
