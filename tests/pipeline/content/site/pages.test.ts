import { expect, test } from "vitest";
import { IdColumn } from "#pipeline/columns/id-column.ts";
import { TextColumn } from "#pipeline/columns/text-column.ts";
import { Pages } from "#pipeline/content/site/pages.ts";
import { Terms } from "#pipeline/content/site/terms.ts";

test("of pages that were let go of none is left, old addresses and weights among them", () => {
  const [paths, ids] = [new TextColumn(["a.md"]), new IdColumn()];
  const pages = new Pages(paths, ids, new Terms());
  pages.add(ids.push("0".repeat(20)), {
    ...{ title: "A", date: null, language: "en", translationKey: "=a", section: undefined },
    ...{ isDue: true, mayBeListed: true, weight: 1, address: "/b/", aliases: ["/c/"] },
    ...{ tags: ["d"], keywords: [] },
  });
  const seen = () => [pages, pages.withAliases(), pages.withWeights()].map((some) => [...some]);
  expect(seen().map(({ length }) => length)).toEqual([1, 1, 1]);
  pages.letGo();
  expect([pages.length, ...seen()]).toEqual([0, [], [], []]);
  expect([pages.pathOf(0), pages.titleOf(0), pages.termsOf(0)]).toEqual(["", "", []]);
});
