import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { checkVersion, FormatError, NewerVersionError, parseAs } from "#model/parse.ts";

const Schema = v.object({ a: v.array(v.object({ b: v.number() })) });

describe("a value of unknown origin", () => {
  it("is handed on when it fits, without what nobody asked for", () => {
    expect(parseAs(Schema, { a: [{ b: 1, c: 2 }], d: 3 }, "thing")).toEqual({ a: [{ b: 1 }] });
  });

  it.each([
    [{ a: [{ b: 1 }, { b: "2" }] }, "a.1.b"],
    [{ a: {} }, "a"],
    [{}, "a"],
    [null, ""],
    ["text", ""],
  ])("is refused with the place of its first fault: %j", (value, at) => {
    const read = () => parseAs(Schema, value, "thing");
    expect(read).toThrow(FormatError);
    expect(read).toThrow(expect.objectContaining({ what: "thing", at }));
    expect(read).toThrow(
      at ? `The thing is not in the form it should have at “${at}”` : "The thing is not",
    );
  });
});

describe("the version of a value", () => {
  it("is refused when it is above what is known, whatever else the value is", () => {
    expect(() => checkVersion({ v: 2 }, 1, "thing")).toThrow(NewerVersionError);
    expect(() => checkVersion({ v: 2 }, 1, "thing")).toThrow(
      "has version 2; this version of Offprint reads up to 1",
    );
  });

  it.each([[{ v: 1 }], [{ v: 0 }], [{ v: "2" }], [{}], [null], ["2"]])(
    "%j is left to the schema",
    (value) => {
      expect(() => checkVersion(value, 1, "thing")).not.toThrow();
    },
  );
});
