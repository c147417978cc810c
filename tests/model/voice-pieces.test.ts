import fc from "fast-check";
import { expect, it } from "vitest";
import { cutForVoice } from "#model/voice-pieces.ts";

it("a sentence that is short to say is said in one piece", () => {
  expect(cutForVoice("The tide turns, then.", 40)).toEqual(["The tide turns, then."]);
  expect(cutForVoice("", 40)).toEqual([]);
});

it("a longer one is cut at its commas, else between words, else anywhere", () => {
  expect(cutForVoice("When the tide turns, nobody looks", 24)).toEqual([
    "When the tide turns,",
    "nobody looks",
  ]);
  expect(cutForVoice("When 1,000 tides have turned", 12)).toEqual([
    "When 1,000",
    "tides have",
    "turned",
  ]);
  expect(cutForVoice("aaaaaaaa", 3)).toEqual(["aaa", "aaa", "aa"]);
});

it("East Asian letters take longer to say", () => {
  expect(cutForVoice("潮が変わる、誰も見ない", 24)).toEqual(["潮が変わる、", "誰も見ない"]);
});

it("nothing of any sentence is lost, and no letter is cut", () => {
  const letter = fc.constantFrom("a", " ", ", ", "潮", "👍", "、", ";");
  fc.assert(
    fc.property(
      fc.array(letter, { maxLength: 60 }),
      fc.integer({ min: 3, max: 30 }),
      (letters, most) => {
        const spoken = letters.join("");
        const pieces = cutForVoice(spoken, most);
        expect(pieces.join("").replace(/\s/g, "")).toBe(spoken.replace(/\s/g, ""));
        for (const piece of pieces) {
          expect(piece).not.toBe("");
          expect(piece).not.toMatch(/[\ud800-\udfff]/u);
          expect(
            [...piece].reduce((sum, each) => sum + (each === "潮" ? 3 : 1), 0),
          ).toBeLessThanOrEqual(most);
        }
      },
    ),
  );
});
