import { describe, expect, it } from "vitest";
import { type Mute, type MuteKind, mutedBy, muteId, parseMute } from "#model/mute.ts";

function muteOf(kind: MuteKind, label: string): Mute {
  return { v: 1, id: muteId(kind, label), kind, label, changedAt: "2026-11-22T12:00:00Z" };
}

const STORY = {
  title: "Zürich’s «great» Straße, and a naïve café owner",
  excerpt: "The transfer of players. 日本語の見出し",
  tags: ["Old maps", "Sea"],
  source: "Harbour Notes",
};

describe("a muted", () => {
  it.each([
    ["word", "zurich", true],
    ["word", "CAFE", true],
    ["word", "strasse", true],
    ["word", "zurich's", true],
    ["word", "naive   cafe", true],
    ["word", "players", true],
    ["word", "play", false],
    ["word", "transfers", false],
    ["word", "見出し", true],
    ["word", "見本", false],
    ["tag", "old maps", true],
    ["tag", "maps", false],
    ["source", "harbour notes", true],
    ["source", "harbour", false],
  ] as const)("%s %j hides a story or not: %j", (kind, label, isHidden) => {
    expect(mutedBy([muteOf(kind, label)], STORY)?.label).toBe(isHidden ? label : undefined);
  });

  it("thing is the first of several that hides it, and nothing is muted by what says nothing", () => {
    const mutes = [muteOf("word", "nowhere"), muteOf("tag", "Sea"), muteOf("word", "owner")];
    expect(mutedBy(mutes, STORY)?.label).toBe("Sea");
    expect(muteId("word", " … ")).toBe("");
    expect(mutedBy([], STORY)).toBeUndefined();
  });

  it("thing is read as it was written, and refused where it is not one", () => {
    const mute = { ...muteOf("word", "sport"), isGone: true };
    expect(parseMute(JSON.parse(JSON.stringify(mute)))).toEqual(mute);
    expect(() => parseMute({ ...mute, kind: "mood" })).toThrow(/muted word/);
    expect(() => parseMute({ ...mute, v: 2 })).toThrow("has version 2");
  });
});
