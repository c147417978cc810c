import { describe, expect, test } from "vitest";
import { splitSource } from "#pipeline/content/source/split-source.ts";

const front = { format: "yaml", frontMatter: "title: A\n", body: "Body\n" };

describe("a file is cut into front matter and body", () => {
  test.each([
    ["YAML", "---\ntitle: A\n---\nBody\n", { ...front, bodyLine: 4 }],
    ["a byte order mark", "\uFEFF---\ntitle: A\n---\nBody\n", { ...front, frontMatterLine: 2 }],
    ["blank lines before it", "\n \n---\ntitle: A\n---\nBody\n", { ...front, frontMatterLine: 4 }],
    ["spaces behind the opening", "---  \ntitle: A\n---\nBody\n", front],
    ["more behind the closing", "---\ntitle: A\n--- \nBody\n", front],
    [
      "CRLF",
      "---\r\ntitle: A\r\n---\r\nBody\n",
      { ...front, frontMatter: "title: A\r\n", bodyLine: 4 },
    ],
    ["lone CR", "---\rtitle: A\r---\rBody\n", { ...front, frontMatter: "title: A\r" }],
    ["a comment around it", "<!--\n---\ntitle: A\n---\n-->\nBody\n", { ...front, bodyLine: 6 }],
    [
      "TOML",
      '+++\ntitle = "A"\n+++\nBody\n',
      { format: "toml", frontMatter: 'title = "A"\n', body: "Body\n" },
    ],
    [
      "JSON",
      '{"a": "}{", "b": {}}\nBody\n',
      { format: "json", frontMatter: '{"a": "}{", "b": {}}', body: "Body\n" },
    ],
    ["JSON with an escaped quote", '{"a": "\\"}"}\nB', { frontMatter: '{"a": "\\"}"}', body: "B" }],
    ["no front matter", "Body\n---\n", { format: null, body: "Body\n---\n", bodyLine: 1 }],
    ["a longer rule", "----\nBody\n---\n", { format: null, body: "----\nBody\n---\n" }],
    ["a shortcode first", "{{< x >}}\n", { format: null, body: "{{< x >}}\n" }],
    ["nothing between", "---\n---\nBody\n", { format: "yaml", frontMatter: "", body: "Body\n" }],
    [
      "a word behind the opening",
      "---js\na: 1\n---\nB",
      { frontMatter: "js\na: 1\n", frontMatterLine: 1 },
    ],
  ])("%s", (_, text, expected) => {
    expect(splitSource(text)).toMatchObject(expected);
  });

  test.each([
    ["YAML", "---\ntitle: A\n", { unclosed: "---", line: 1 }],
    ["YAML after blank lines", "\n\n---\ntitle: A", { unclosed: "---", line: 3 }],
    ["nothing but the opening", "---", { unclosed: "---", line: 1 }],
    ["TOML", "+++\na = 1\n---\n", { unclosed: "+++", line: 1 }],
    ["JSON", '{"a": {\n}\n', { unclosed: "{", line: 1 }],
  ])("unclosed %s is said to be so", (_, text, expected) => {
    expect(splitSource(text)).toEqual(expected);
  });

  // A pattern would try again at each of them, to the end: for hours.
  test("millions of quotation marks are read once", () => {
    const text = `{${'\\"'.repeat(5_000_000)}`;
    expect(splitSource(text)).toEqual({ unclosed: "{", line: 1 });
  });
});
