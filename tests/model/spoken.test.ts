import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isHeard, sentencesOf, type TextRun } from "#model/spoken.ts";

const run = (text: string, given: Partial<TextRun> = {}): TextRun => ({
  text,
  block: 0,
  within: ["p"],
  language: "en",
  ...given,
});
const heard = (...runs: TextRun[]) => sentencesOf(runs).map(({ spoken }) => spoken);

describe("what is read aloud", () => {
  it("is the text, sentence by sentence", () => {
    expect(heard(run("The tide turns. Who saw it? Nobody!"))).toEqual([
      "The tide turns.",
      "Who saw it?",
      "Nobody!",
    ]);
  });

  it("goes through what is set in other letters, and ends with its block", () => {
    const within = ["p", "em"];
    expect(
      heard(
        run("The "),
        run("whole", { within }),
        run(" tide "),
        run("turns", { block: 1 }),
        run("and goes.", { block: 2 }),
      ),
    ).toEqual(["The whole tide", "turns", "and goes."]);
  });

  it("has no end where a line of the source has one, but where an empty line stands", () => {
    expect(heard(run("The tide\nturns at\r\n noon.\n \nIt is late"))).toEqual([
      "The tide turns at noon.",
      "It is late",
    ]);
  });

  it("is cut as its language ends sentences", () => {
    const found = heard(run("潮が変わる。誰が見た？", { language: "ja" }));
    expect(found).toEqual(["潮が変わる。", "誰が見た？"]);
    expect(heard(run("One. Two.", { language: "not a language" }))).toEqual(["One.", "Two."]);
  });

  it.each(["figcaption", "caption", "code", "pre", "note-sign", "script", "math"])(
    "has nothing of what stands in %s",
    (name) => {
      const silent = run("unheard", { within: ["p", name, "span"] });
      expect(heard(run("The tide"), silent, run(" turns."))).toEqual(["The tide turns."]);
    },
  );

  it.each([
    ["https://www.tides.example/a?b=c.d#e", []],
    ["See https://www.tides.example/a?b=c&d=e!x for more.", ["See tides.example for more."]],
    ["See www.tides.example.", ["See tides.example."]],
    ["It is (http://me:pass@tides.example:80/x).", ["It is (tides.example)."]],
    ["***", []],
    ["— 7 —", ["— 7 —"]],
  ])("says of %j", (text, spoken) => {
    expect(heard(run(text))).toEqual(spoken);
  });

  it("is lit to the end of the letters that it ends with, and no further", () => {
    const [first] = sentencesOf([run("A b."), run(" C.", { within: ["p", "b"] })]);
    expect(first?.to).toEqual({ run: 0, offset: 4 });
  });

  it("is lit from its first letter to its last", () => {
    const runs = [run("A b. "), run("C", { within: ["p", "b"] }), run(" d. E.")];
    const lit = sentencesOf(runs).map(({ from, to }) => [from, to]);
    expect(lit).toEqual([
      [
        { run: 0, offset: 0 },
        { run: 0, offset: 4 },
      ],
      [
        { run: 1, offset: 0 },
        { run: 2, offset: 3 },
      ],
      [
        { run: 2, offset: 4 },
        { run: 2, offset: 6 },
      ],
    ]);
  });
});

const LETTERS = ["a", "B", "é", "潮", "👩‍🚀", " ", "\n", "\n\n", ". ", "? ", ".", "1", "("];
const runsOf = (pieces: readonly string[]) =>
  fc
    .array(
      fc.record({
        text: fc
          .array(fc.constantFrom(...pieces), { maxLength: 12 })
          .map((letters) => letters.join("")),
        step: fc.nat(1),
        name: fc.constantFrom("p", "em", "code", "figcaption", "note-sign"),
        language: fc.constantFrom("en", "ja", "ar", undefined),
      }),
      { maxLength: 8 },
    )
    .map((drawn) => {
      let block = 0;
      return drawn.map(({ text, step, name, language }): TextRun => {
        block += step;
        return { text, block, within: [name], language };
      });
    });

/** Where a spot of any runs stands, in one number. */
const placeOf = (runs: readonly TextRun[], { run, offset }: { run: number; offset: number }) =>
  runs.slice(0, run).reduce((sum, { text }) => sum + text.length, 0) + offset;

describe("of any text", () => {
  it("the sentences follow one another, each within one block and between letters that are heard", () => {
    fc.assert(
      fc.property(runsOf([...LETTERS, "https://x.org/a?b "]), (runs) => {
        let last = 0;
        for (const { from, to, block } of sentencesOf(runs)) {
          const places = [last, placeOf(runs, from), placeOf(runs, to)];
          expect(places).toEqual(places.toSorted((one, other) => one - other));
          expect(places[1]).toBeLessThan(places[2] ?? 0);
          for (const spot of [from, to]) {
            expect(runs[spot.run]).toMatchObject({ block });
            expect(runs.map(isHeard)[spot.run]).toBe(true);
          }
          last = placeOf(runs, to);
        }
      }),
    );
  });

  it("every letter is read that is heard, and no other", () => {
    const lettersIn = (words: string) => words.match(/[aBé潮1]/gu);
    fc.assert(
      fc.property(runsOf(LETTERS), (runs) => {
        const given = runs.filter(isHeard).map(({ text }) => text);
        expect(lettersIn(heard(...runs).join(""))).toEqual(lettersIn(given.join("")));
      }),
    );
  });

  it("no address is spelled out", () => {
    fc.assert(
      fc.property(runsOf([...LETTERS, "https://x.org/a?b "]), (runs) => {
        expect(heard(...runs).join(" ")).not.toMatch(/https?:|[/?]b/);
      }),
    );
  });
});
