import { describe, expect, it } from "vitest";
import { readCode } from "#ui/article-body/code/read-code.ts";

const told = (text: string, language: string) =>
  readCode(text, language).map(({ scope, start, end }) => `${scope}: ${text.slice(start, end)}`);

describe("what a code is made of", () => {
  it("is found by places in its own text, whatever signs it holds", () => {
    expect(told('let a = "<b>&amp;"; // done', "js")).toEqual([
      "keyword: let",
      'string: "<b>&amp;"',
      "comment: // done",
    ]);
  });

  it("is found in a language within another as well", () => {
    const text = "<p>a</p><script>let b = 1;</script>";
    expect(told(text, "html")).toEqual(expect.arrayContaining(["keyword: let", "number: 1"]));
  });

  it.each(["c", "sh", "yml", "ts", "py", "rs", "golang"])("is known of %s", (language) => {
    expect(() => readCode("x = 1", language)).not.toThrow();
    expect(told('"a"', language)).toContainEqual(expect.stringContaining('"a"'));
  });

  it.each(["klingon", "constructor", "__proto__", ""])("is not guessed of %j", (language) => {
    expect(told("let a = 1", language)).toEqual([]);
  });
});
