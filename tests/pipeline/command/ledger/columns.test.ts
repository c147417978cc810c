import { expect, test } from "vitest";
import { packRows, Rows } from "#pipeline/command/ledger/columns.ts";
import { Words } from "#pipeline/command/ledger/words.ts";

test("a text that many rows have is a word, and one that nearly each row has of its own is none", () => {
  const words = new Words();
  const rows = Array.from({ length: 100 }, (_, row) => {
    return { language: row % 2 === 0 ? "en" : "de", title: `Story ${row < 6 ? 0 : row}` };
  });
  const bytes = packRows(rows, words);
  expect([...words.all].sort()).toEqual(["de", "en"]);
  expect(new Rows(bytes, words.all).all()).toEqual(rows);
});
