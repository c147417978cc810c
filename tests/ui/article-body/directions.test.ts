import { describe, expect, it } from "vitest";
import { directionOf, directionOfLanguage, setDirections } from "#ui/article-body/directions.ts";

describe("the direction of a text", () => {
  it.each([
    ["Tide", "ltr"],
    ["1843: مد", "rtl"],
    ["גאות", "rtl"],
    ["潮", "ltr"],
    ["Let’s Encrypt היא רשות אישורים גלובלית", "rtl"],
    ["מד is what they call the tide", "ltr"],
    ["1843", null],
  ])("%s: %s", (text, expected) => {
    expect(directionOf(text)).toBe(expected);
  });

  it.each([
    ["ar", "rtl"],
    ["fa-IR", "rtl"],
    ["arn", "ltr"],
    ["en", "ltr"],
    [undefined, null],
  ])("of the language %s: %s", (tag, expected) => {
    expect(directionOfLanguage(tag)).toBe(expected);
  });
});

describe("blocks", () => {
  it.each([
    [
      "a list runs as its items do",
      "<ul><li>مد</li></ul>",
      '<ul dir="rtl"><li dir="rtl">مد</li></ul>',
    ],
    [
      "a cell with a number runs as its table does",
      "<table><tbody><tr><td>مد</td><td>1</td></tr></tbody></table>",
      '<table dir="rtl"><tbody><tr><td dir="rtl">مد</td><td>1</td></tr></tbody></table>',
    ],
    [
      "a paragraph that begins with a foreign name runs as the rest of it",
      "<p>Tide <b>גאות ושפל</b> בנמל</p>",
      '<p dir="rtl">Tide <b>גאות ושפל</b> בנמל</p>',
    ],
    ["what its author said stays", '<p dir="ltr">مد</p>', '<p dir="ltr">مد</p>'],
    [
      "an isolated word says nothing of its paragraph",
      "<p><bdi>مد</bdi> tide</p>",
      '<p dir="ltr"><bdi>مد</bdi> tide</p>',
    ],
  ])("%s", (_name, html, expected) => {
    const root = document.createElement("div");
    root.innerHTML = html;
    setDirections(root);
    expect(root.innerHTML).toBe(expected);
  });
});
