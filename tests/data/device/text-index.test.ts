import { describe, expect, it } from "vitest";
import { createTextIndex } from "#data/device/text-index.ts";
import type { SavedRecord } from "#model/saved.ts";
import { digestOf, idOf } from "./fakes.ts";

function record(number: number, digest = digestOf(number)): SavedRecord {
  const id = idOf(number);
  return {
    v: 2,
    id,
    rev: number,
    order: number,
    savedAt: "2026-11-22T12:00:00Z",
    digest,
    summary: { id, title: "", date: null, tags: [], excerpt: "", minutes: 1, digest },
    body: "local",
    size: 1,
  };
}

const records = (count: number) => Array.from({ length: count }, (_, at) => record(at + 1));

/** An index of texts that say their number; each takes some milliseconds to read. */
function openIndex(mostCharacters?: number) {
  let time = 0;
  const read: number[] = [];
  const seen = { breaths: 0, read };
  const index = createTextIndex({
    bodiesOf: async (wanted) => wanted.map(({ rev }) => (rev === 13 ? null : `${rev}`)),
    unpack: (body) => {
      time += 3;
      read.push(Number(body));
      if (body === "14") throw new Error("damaged");
      return { body: `<p>Fünf ${body}</p>` };
    },
    breathe: async () => {
      seen.breaths += 1;
    },
    clock: () => time,
    ...(mostCharacters === undefined ? {} : { mostCharacters }),
  });
  return { index, seen };
}

describe("the words of what is saved", () => {
  it("are read when they are wanted, once, and folded", async () => {
    const { index, seen } = openIndex();
    const all = records(60);
    expect(index.getSnapshot()).toMatchObject({ looked: 0, isDone: true });
    await index.want(all);
    expect(index.getSnapshot()).toMatchObject({ looked: 60, isDone: true });
    expect(index.getSnapshot().textOf(record(7))).toBe("funf 7");
    await index.want(all);
    expect(seen.read).toHaveLength(59);
  });

  it("of a new text are read anew, and those of what is gone are forgotten", async () => {
    const { index, seen } = openIndex();
    await index.want(records(3));
    expect(index.getSnapshot().textOf(record(2, digestOf(9)))).toBeUndefined();
    await index.want([record(1), record(2, digestOf(9))]);
    expect(seen.read).toEqual([1, 2, 3, 2]);
    expect(index.getSnapshot().looked).toBe(2);
  });

  it("that can't be had or read are none, and the others are there", async () => {
    const { index } = openIndex();
    await index.want(records(15));
    const texts = [12, 13, 14, 15].map((number) => index.getSnapshot().textOf(record(number)));
    expect(texts).toEqual(["funf 12", "", "", "funf 15"]);
  });

  it("are read in slices between which the reader's input has its turn", async () => {
    const { index, seen } = openIndex();
    await index.want(records(30));
    // Three milliseconds a text, at most eight in a row and a text.
    expect(seen.breaths).toBeGreaterThanOrEqual(10);
  });

  it("take no more memory than they may", async () => {
    const { index, seen } = openIndex(200);
    await index.want(records(500));
    expect(seen.read.length).toBeLessThan(80);
    expect(index.getSnapshot().isDone).toBe(true);
  });
});
