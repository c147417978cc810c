import { expect, test } from "vitest";
import { packRows, Rows } from "#pipeline/command/ledger/columns.ts";
import { Words } from "#pipeline/command/ledger/words.ts";

test.each([1, 2])("a text that many rows have is a word, and one that %i have is none", (each) => {
  const words = new Words();
  const rows = Array.from({ length: 100 }, (_, row) => {
    const title = `Story ${row < 6 ? 0 : Math.floor(row / each)}`;
    return { language: row % 2 === 0 ? "en" : "de", title };
  });
  const bytes = packRows(rows, words);
  expect([...words.all].sort()).toEqual(["de", "en"]);
  expect(new Rows(bytes, words.all).all()).toEqual(rows);
});
