import { describe, expect, it } from "vitest";
import { chooseKeys, commandsWith, isCommandId } from "#model/command.ts";

const keysOf = (chosen: Record<string, string[]>, id: string) =>
  commandsWith(chosen).find((each) => each.id === id)?.keys;

describe("the keys of commands", () => {
  it("are those of the table until the reader chooses others", () => {
    expect(keysOf({}, "next")).toEqual(["J"]);
    expect(keysOf({ next: ["L"] }, "next")).toEqual(["L"]);
    expect(keysOf({ next: [] }, "next")).toEqual([]);
  });

  it("no key does two things at first", () => {
    const all = commandsWith({}).flatMap(({ keys }) => keys);
    const clashing = all.filter((key, at) =>
      all.some((other, where) => where !== at && `${other} `.startsWith(`${key} `)),
    );
    expect(clashing).toEqual([]);
  });

  it("a key that another command has is taken from it", () => {
    const chosen = chooseKeys({}, "save", ["M"]);
    expect(keysOf(chosen, "save")).toEqual(["M"]);
    expect(keysOf(chosen, "read")).toEqual([]);
  });

  it("a key that begins another's sequence is taken from that too", () => {
    const chosen = chooseKeys({}, "save", ["G"]);
    expect(keysOf(chosen, "home")).toEqual([]);
    expect(keysOf(chosen, "saved")).toEqual([]);
    expect(keysOf(chosen, "tags")).toEqual([]);
  });

  it("put back, a command takes its own keys again", () => {
    const chosen = chooseKeys(chooseKeys({}, "save", ["M"]), "read", null);
    expect(keysOf(chosen, "read")).toEqual(["M"]);
    expect(keysOf(chosen, "save")).toEqual([]);
  });

  it("what a newer app calls a command is kept and does nothing", () => {
    expect(isCommandId("teleport")).toBe(false);
    expect(isCommandId("toString")).toBe(false);
    expect(chooseKeys({ teleport: ["X"] }, "save", ["M"]).teleport).toEqual(["X"]);
  });
});
