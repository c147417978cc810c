import { describe, expect, it } from "vitest";
import { saveMessage } from "#ui/story/save-messages.ts";

describe("a press on Save", () => {
  it.each([
    [true, "Saved on this device"],
    [false, "Saved until this page is closed: the browser lets nothing be kept"],
  ])("that worked, kept beyond the page: %s, is answered with %j", (isKept, text) => {
    expect(saveMessage({ kind: "saved", isKept })).toEqual({ text });
  });

  it("that took a story out can be undone", () => {
    const undo = () => undefined;
    expect(saveMessage({ kind: "unsaved", undo })).toEqual({
      text: "Taken out of what is saved",
      undo,
    });
  });

  it.each([
    ["full", /storage of this device is full\. Take something out and try again\.$/],
    ["denied", /lets this site store nothing\.$/],
    ["occupied", /lies in its place\. See the saved stories\.$/],
    ["unloaded", /could not be loaded\. Go online and try again\.$/],
    ["The server answered 500.", /^Not saved\. The server answered 500\.$/],
  ])("that failed since %j says so and what to do", (reason, words) => {
    const { text, undo, way } = saveMessage({ kind: "failed", reason });
    expect(text).toMatch(words);
    expect(undo).toBeUndefined();
    // Only what is in the reader's hand has a way: where to see what can be freed.
    expect(way?.to).toEqual(
      reason === "full" ? { pathname: "/settings/", hash: "#storage" } : undefined,
    );
  });
});
