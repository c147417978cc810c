import { afterEach, expect, it } from "vitest";
import { hasEarlyKeys, keepEarlyKeys, takeEarlyKeys } from "#ui/keys/early-keys.ts";

const press = (key: string) => dispatchEvent(new KeyboardEvent("keydown", { key }));
const taken = () => takeEarlyKeys().map(({ key }) => key);

afterEach(() => {
  takeEarlyKeys();
});

it("keys that are pressed before they are read are kept, once, the last of many", () => {
  keepEarlyKeys();
  expect(hasEarlyKeys()).toBe(false);
  for (const key of "abcdefghij") press(key);
  expect(hasEarlyKeys()).toBe(true);
  expect(taken()).toEqual([..."cdefghij"]);
  press("k");
  expect(hasEarlyKeys()).toBe(false);
  expect(taken()).toEqual([]);
});

it("Space has turned the page by itself, and does not do so twice", () => {
  keepEarlyKeys();
  press(" ");
  press("n");
  expect(taken()).toEqual(["n"]);
});

it("what closed something that lay open is no command later", () => {
  keepEarlyKeys();
  document.body.innerHTML = '<div role="dialog" aria-modal="true"></div>';
  press("Escape");
  document.body.replaceChildren();
  press("n");
  expect(taken()).toEqual(["n"]);
});
