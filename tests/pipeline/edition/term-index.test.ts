import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Entry } from "#pipeline/edition/galley.ts";
import { TermIndex } from "#pipeline/edition/term-index.ts";

/** A section is named like the key of another one: a title is no key. */
const SECTIONS = new Map([
  ["news", "World"],
  ["World", "Elsewhere"],
]);
const label = fc.constantFrom("Ice", "ice", "ICE", " Ice", "Owls", "owls", "Sea ice", "?!", "");
const entry = fc.record({
  tags: fc.array(label, { maxLength: 5 }),
  source: fc.option(fc.constantFrom("North", "north", "Ice"), { nil: undefined }),
  section: fc.option(fc.constantFrom("news", "World", "ice"), { nil: undefined }),
});
type Said = Pick<Entry, "tags" | "source" | "section">;

const entryOf = (said: Said, number: number): Entry => ({
  ...said,
  id: String(number),
  date: null,
  appears: undefined,
  expires: undefined,
});

/** An index of some stories, in the order in which they stand. */
function indexOf(stories: readonly Said[], former: TermIndex | null = null, known = 0) {
  const notes = former?.notes(Uint32Array.from({ length: known }, (_, story) => story));
  const index = new TermIndex(SECTIONS, notes);
  for (const [number, said] of stories.entries()) index.add(entryOf(said, number));
  return index;
}

describe("the terms of stories", () => {
  test("are the same whether the edition before noted them, or they were told", () => {
    const stories = fc.array(entry, { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(stories, stories, fc.nat(2 ** 30), (before, added, drops) => {
        const kept = before.flatMap((said, story) =>
          drops & (1 << story) ? [] : [{ said, story }],
        );
        const again = indexOf(added, indexOf(before), before.length);
        const order = Uint32Array.from([
          ...kept.map(({ story }) => story),
          ...added.map((_, place) => before.length + place),
        ]);
        const whole = indexOf([...kept.map(({ said }) => said), ...added]);
        const plain = Uint32Array.from(order.keys());
        expect(again.arrange(order)).toEqual(whole.arrange(plain));
        const noted = (index: TermIndex, order: Uint32Array) =>
          new TermIndex(SECTIONS, index.notes(order)).arrange(plain);
        expect(noted(again, order)).toEqual(noted(whole, plain));
      }),
    );
  });

  test("are called what most stories call them, newest first, and each once of a story", () => {
    const index = indexOf([
      { tags: ["ice", "Ice", "Owls"], source: undefined, section: "news" },
      { tags: ["Ice"], source: "North", section: undefined },
      { tags: ["Ice"], source: "North", section: "World" },
    ]);
    const { tag, source, section } = index.arrange(Uint32Array.of(0, 1, 2));
    const told = (uses: typeof tag) =>
      uses.map(({ key, label, stories }) => [key, label, [...stories]]);
    expect(told(tag)).toEqual([
      ["ice", "Ice", [2, 1, 0]],
      ["owls", "Owls", [0]],
    ]);
    expect(told(source)).toEqual([["north", "North", [2, 1]]]);
    expect(told(section)).toEqual([
      ["World", "Elsewhere", [2]],
      ["news", "World", [0]],
    ]);
  });

  test("take as many bytes as their numbers ask for, and come back from there", () => {
    const stories = Array.from({ length: 300 }, (_, number): Said => {
      return { tags: [`tag ${number}`], source: undefined, section: undefined };
    });
    const order = Uint32Array.from(stories.keys());
    const notes = indexOf(stories).notes(order);
    expect(notes.counts).toBeInstanceOf(Uint8Array);
    expect(notes.numbers).toBeInstanceOf(Uint16Array);
    expect(new TermIndex(SECTIONS, notes).arrange(order).tag).toHaveLength(300);
  });
});
