import { expect, it } from "vitest";
import { openingWords } from "#model/position.ts";
import { quotedWords } from "#model/quoted-words.ts";

it.each([
  ["a short sentence", "The tide turns.", "The tide turns."],
  ["what ends without a stop", "Tides and moons", "Tides and moons…"],
  [
    "no more than eight words",
    "One two three four five six seven eight nine ten",
    "One two three four five six seven eight…",
  ],
  [
    "no half a word, where as many as are kept end within one",
    "Extraordinarily incomprehensible circumnavigations notwithstanding everything",
    "Extraordinarily incomprehensible circumnavigations…",
  ],
  [
    "no comma before what follows",
    "Of all, the seven, and, of those, all but, not",
    "Of all, the seven, and, of those, all…",
  ],
  [
    "few signs, where no spaces stand between words",
    "雪の結晶を一本の兎の毛に育てた人の話をここに書いておくことにする。",
    "雪の結晶を一本の兎の毛に育てた人の話をここに書い…",
  ],
  ["a whole sentence without spaces", "雪が降る。", "雪が降る。"],
])("a place is told by %s", (_, text, quoted) => {
  expect(quotedWords(openingWords(text))).toBe(quoted);
});
