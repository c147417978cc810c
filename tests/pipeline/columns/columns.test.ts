import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { IdColumn } from "#pipeline/columns/id-column.ts";
import { ListColumn } from "#pipeline/columns/list-column.ts";
import { NumberColumn } from "#pipeline/columns/number-column.ts";
import { TextColumn } from "#pipeline/columns/text-column.ts";

describe("a column of numbers", () => {
  test("gives them back by their places, across chunks", () => {
    const column = new NumberColumn();
    const given = Array.from({ length: 40_000 }, (_, place) => place * 3);
    expect(given.map((value) => column.push(value))).toEqual([...given.keys()]);
    expect(column.count).toBe(40_000);
    expect([...column.values()]).toEqual(given);
    expect(column.at(40_000)).toBe(0);
  });

  test("gives back any number, whatever stands beside it, and puts others in its place", () => {
    const edge = [0, 1, 0xff, 0x100, 0xffff, 0x1_0000, 2 ** 32 - 1, 2 ** 32, -1, -0, 0.5];
    const number = fc.oneof(fc.constantFrom(...edge), fc.double(), fc.nat());
    fc.assert(
      fc.property(fc.array(number, { minLength: 1 }), number, fc.nat(), (given, other, at) => {
        const column = new NumberColumn();
        for (const value of given) column.push(value);
        expect(given.map((_, place) => column.at(place))).toEqual(given);
        const changed = given.with(at % given.length, other);
        column.set(at % given.length, other);
        expect(given.map((_, place) => column.at(place))).toEqual(changed);
      }),
    );
  });
});

describe("a column of lists", () => {
  test("gives any list back, and tells its numbers in their order", () => {
    const number = fc.oneof(fc.nat(200), fc.nat({ max: 2 ** 32 - 1 }));
    fc.assert(
      fc.property(fc.array(fc.array(number)), (lists) => {
        const column = new ListColumn();
        expect(lists.map((list) => column.push(list))).toEqual([...lists.keys()]);
        expect(lists.map((_, place) => column.at(place))).toEqual(lists);
        const told: number[] = [];
        for (const place of lists.keys()) column.each(place, (one) => told.push(one));
        expect(told).toEqual(lists.flat());
        expect(column.at(lists.length)).toEqual([]);
      }),
    );
  });

  test("holds more than fits in a chunk, and lists that are longer than one", () => {
    const column = new ListColumn();
    const lists = [[1, 2 ** 32 - 1], Array.from({ length: 400_000 }, (_, at) => at * 9_000), [3]];
    for (const list of lists) column.push(list);
    expect(lists.every((list, place) => String(column.at(place)) === String(list))).toBe(true);
  });
});

describe("a column of ids", () => {
  const IDS = ["00ff00ff00ff00ff00ff", "00ff00ff00ff00ff0100", "ff000000000000000000"];

  test("takes them as digits or as bytes, with others behind them", () => {
    const column = new IdColumn();
    for (const id of IDS) {
      column.push(id);
      column.pushBytes(Buffer.from(`${id}abcd`, "hex"));
    }
    expect([0, 1, 2, 3, 4, 5].map((place) => column.at(place))).toEqual(
      IDS.flatMap((id) => [id, id]),
    );
    expect(() => column.pushBytes(Buffer.from("00ff", "hex"))).toThrow();
  });

  test("says where they stand to one that it has not", () => {
    const column = new IdColumn();
    for (const id of IDS) column.push(id);
    const middle = Buffer.from(IDS[1] ?? "", "hex");
    expect([0, 1, 2].map((place) => Math.sign(column.compareTo(place, middle)))).toEqual([
      -1, 0, 1,
    ]);
  });
});

describe("a column of texts", () => {
  test("gives any text back", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "binary" })), (texts) => {
        const column = new TextColumn();
        for (const text of texts) column.push(text);
        expect(texts.map((_, place) => column.at(place))).toEqual(texts);
        expect(column.count).toBe(texts.length);
      }),
    );
  });

  test("holds more than fits in a chunk, and texts that are longer than one", () => {
    const column = new TextColumn();
    const texts = [
      "é".repeat(600_000),
      "a",
      "b".repeat(3_000_000),
      "",
      "日本".repeat(200_000),
      "c",
    ];
    expect(texts.map((text) => column.push(text))).toEqual([...texts.keys()]);
    expect(texts.every((text, place) => column.at(place) === text)).toBe(true);
    expect(column.at(6)).toBe("");
  });
});

describe("a column of ids", () => {
  const id = fc.stringMatching(/^[0-9a-f]{20}$/);

  test("gives them back, and compares them as their digits do", () => {
    fc.assert(
      fc.property(fc.array(id, { minLength: 2 }), (ids) => {
        const column = new IdColumn();
        for (const one of ids) column.push(one);
        expect(ids.map((_, place) => column.at(place))).toEqual(ids);
        const [a = "", b = ""] = ids;
        expect(Math.sign(column.compare(0, 1))).toBe(a === b ? 0 : a < b ? -1 : 1);
      }),
    );
  });

  test("holds many", () => {
    const column = new IdColumn();
    const idOf = (place: number) => String(place * 7_919).padStart(20, "0");
    for (let place = 0; place < 20_000; place++) column.push(idOf(place));
    expect([0, 8_191, 8_192, 19_999].map((place) => column.at(place))).toEqual(
      [0, 8_191, 8_192, 19_999].map(idOf),
    );
  });

  test.each(["", "0123", "g".repeat(20), "0".repeat(22)])("takes nothing else: %j", (text) => {
    expect(() => new IdColumn().push(text)).toThrow("is no article's id");
  });
});
