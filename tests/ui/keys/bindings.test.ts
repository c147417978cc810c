import { describe, expect, it } from "vitest";
import { type ChosenKeys, commandsWith } from "#model/command.ts";
import { bindKeys, keysInWords } from "#ui/keys/bindings.ts";

type Press = Pick<KeyboardEventInit, "key" | "code" | "shiftKey" | "ctrlKey" | "isComposing">;

function commandsFor(presses: readonly Press[], chosen: ChosenKeys = {}) {
  const commandOf = bindKeys(commandsWith(chosen));
  return presses.map((press) => commandOf(new KeyboardEvent("keydown", press)));
}

const LETTERS = [
  ["a Latin layout", { key: "j", code: "KeyJ" }],
  ["Dvorak: the letter, not its place", { key: "j", code: "KeyC" }],
  ["a Cyrillic layout, by place", { key: "о", code: "KeyJ" }],
  ["an Arabic layout, by place", { key: "ت", code: "KeyJ" }],
  ["a Greek layout, by place", { key: "ξ", code: "KeyJ" }],
  ["with Caps Lock", { key: "J", code: "KeyJ" }],
] as const;

describe("which command a key asks for", () => {
  it.each(LETTERS)("%s", (_, press) => {
    expect(commandsFor([press])).toEqual(["next"]);
  });

  it("on Dvorak the key at the place of J is its own letter", () => {
    expect(commandsFor([{ key: "h", code: "KeyJ" }])).toEqual([null]);
  });

  it("what is composed or held with a modifier is no command", () => {
    expect(commandsFor([{ key: "j", code: "KeyJ", isComposing: true }])).toEqual([null]);
    expect(commandsFor([{ key: "s", code: "KeyS", ctrlKey: true }])).toEqual([null]);
  });

  it("G and then S goes to what is saved, and saves nothing", () => {
    const g = { key: "g", code: "KeyG" };
    const s = { key: "s", code: "KeyS" };
    expect(commandsFor([g, s, s])).toEqual([null, "saved", "save"]);
    expect(
      commandsFor([
        { key: "п", code: "KeyG" },
        { key: "ы", code: "KeyS" },
      ]),
    ).toEqual([null, "saved"]);
  });

  it("after G another key does what it does alone", () => {
    const presses = [
      { key: "g", code: "KeyG" },
      { key: "j", code: "KeyJ" },
    ];
    expect(commandsFor(presses)).toEqual([null, "next"]);
  });

  it.each([
    ["a US layout", { key: "?", code: "Slash", shiftKey: true }],
    ["a German layout", { key: "?", code: "Minus", shiftKey: true }],
    ["a layout with a question mark of its own", { key: "?", code: "KeyM" }],
    ["an Arabic layout", { key: "؟", code: "Slash", shiftKey: true }],
  ])("help on %s", (_, press) => {
    expect(commandsFor([press])).toEqual(["help"]);
  });

  it("what a key types counts before its place", () => {
    // A French comma, and a German hyphen.
    const presses = [
      { key: ",", code: "KeyM" },
      { key: "-", code: "Slash" },
    ];
    expect(commandsFor(presses)).toEqual([null, null]);
  });

  it("the space bar pages on, and back with Shift", () => {
    const space = { key: " ", code: "Space" };
    expect(commandsFor([space, { ...space, shiftKey: true }])).toEqual(["pageDown", "pageUp"]);
  });

  it("the reader's own keys take the place of ours; what is no key is passed over", () => {
    const l = { key: "l", code: "KeyL" };
    const j = { key: "j", code: "KeyJ" };
    expect(commandsFor([l, j], { next: ["L", "Hyper+Nothing"] })).toEqual(["next", null]);
  });
});

describe("keys in words", () => {
  it("are those on the keyboard, one after another", () => {
    expect(keysInWords("G S")).toEqual(["G", "S"]);
    expect(keysInWords("Shift+A")).toEqual(["Shift+A"]);
    expect(keysInWords("Escape")).toEqual(["Escape"]);
  });
});
