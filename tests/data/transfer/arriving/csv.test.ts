import { describe, expect, it } from "vitest";
import { readCsv } from "#data/transfer/arriving/csv.ts";

const HEAD = "title,url,tags";
const rowsOf = (text: string) =>
  readCsv(text).map(({ line, fields, fault }) => [line, fault ? "!" : "", ...fields]);

describe("a table is read", () => {
  it.each([
    ["with line ends of every kind", "a,b\r\n1,2\r3,4\n"],
    ["with a mark of its encoding", "\ufeffa,b\n1,2\n3,4"],
    ["with empty lines", "a,b\n1,2\n3,4\n\n"],
  ])("%s", (_, text) => {
    expect(rowsOf(text).map(([, , ...fields]) => fields)).toEqual([
      ["a", "b"],
      ["1", "2"],
      ["3", "4"],
    ]);
  });

  it("whose fields hold commas, quotes and line ends, with the line at which each row begins", () => {
    const text = `${HEAD}\n"One, ""two""\nthree",https://a.example,x\nFour,https://b.example,y\n`;
    expect(rowsOf(text)).toEqual([
      [1, "", "title", "url", "tags"],
      [2, "", 'One, "two"\nthree', "https://a.example", "x"],
      [4, "", "Four", "https://b.example", "y"],
    ]);
  });
});

describe("a broken row costs itself alone", () => {
  it.each([
    ["with too few fields", "Broken,https://x.example"],
    ["with too many", "Broken,https://x.example,a,b"],
    ["whose quote is never closed", '"Broken,https://x.example,a'],
    ["whose quote is closed too early", '"Bro"ken,https://x.example,"a'],
    ["that is a quote", '"'],
  ])("%s", (_, broken) => {
    const good = (name: string) => `${name},https://${name}.example,t`;
    const quoted = '"Fine, really",https://q.example,t';
    const text = [HEAD, good("a"), broken, good("b"), quoted, good("c")].join("\n");
    const rows = rowsOf(text);
    expect(rows.filter(([, fault]) => fault === "!").map(([line]) => line)).toEqual([3]);
    expect(rows.filter(([, fault]) => fault === "").map(([, , title]) => title)).toEqual([
      "title",
      "a",
      "b",
      "Fine, really",
      "c",
    ]);
  });

  it("also where it stands last, and where many do", () => {
    const text = [
      HEAD,
      ...Array.from({ length: 200 }, (_, n) => `"Broken ${n},https://x.example,t`),
    ];
    const rows = readCsv(text.join("\n"));
    expect(rows.slice(1).every(({ fault }) => fault !== null)).toBe(true);
    expect(rows).toHaveLength(201);
  });

  it("in a long file without another quote", () => {
    const rows = Array.from({ length: 20_000 }, (_, n) =>
      n % 200 === 0
        ? `"Broken ${n},https://x.example/${n},t`
        : `Story ${n},https://s.example/${n},t`,
    );
    const read = readCsv([HEAD, ...rows].join("\n"));
    expect([read.length, read.filter(({ fault }) => fault !== null).length]).toEqual([20_001, 100]);
  });

  it("and rows that are longer than most are whole", () => {
    const long = "word ".repeat(19_000);
    const text = [HEAD, ...[1, 2, 3].map((n) => `"${n} ${long}",https://s.example/${n},t`)].join(
      "\n",
    );
    expect(readCsv(text).map(({ line, fields }) => [line, fields[0]?.length])).toEqual([
      [1, 5],
      [2, 95_002],
      [3, 95_002],
      [4, 95_002],
    ]);
  });

  it("and a file of nothing but quotes comes to an end", () => {
    const text = `${HEAD}\n${'"a,b\n'.repeat(5_000)}`;
    const rows = readCsv(text);
    expect(rows.at(-1)?.fault).not.toBeNull();
  });
});
