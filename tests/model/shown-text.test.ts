import { expect, it } from "vitest";
import { withoutTurning } from "#model/shown-text.ts";

it.each([
  ["a name that an override turns round", "invoice\u202Efdp.exe", "invoicefdp.exe"],
  ["embeddings", "\u202Aa\u202Bb\u202Cc\u202Dd", "abcd"],
  ["isolates", "\u2066a\u2067b\u2068c\u2069d", "abcd"],
  ["marks, which turn nothing", "A\u200Eب\u200F\u061C", "A\u200Eب\u200F\u061C"],
  ["joiners, which are letters' business", "می\u200Cخواهم", "می\u200Cخواهم"],
])("of %s only what is harmless stays", (_, text, left) => {
  expect(withoutTurning(text)).toBe(left);
});
