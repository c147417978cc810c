import { describe, expect, test } from "vitest";
import { FrontMatterError } from "#pipeline/content/source/front-matter-error.ts";
import { parseFrontMatter } from "#pipeline/content/source/parse-front-matter.ts";
import type { FrontMatterFormat } from "#pipeline/content/source/split-source.ts";

function parse(text: string, format: FrontMatterFormat) {
  const twins: string[] = [];
  return { values: parseFrontMatter(text, format, (key) => twins.push(key)), twins };
}

function faultOf(text: string, format: FrontMatterFormat): FrontMatterError {
  try {
    parse(text, format);
  } catch (cause) {
    if (cause instanceof FrontMatterError) return cause;
    throw cause;
  }
  throw new Error("It was read.");
}

describe("scalars stay as they are written", () => {
  test.each([
    ["title: 010", "010"],
    ["title: 1e3", "1e3"],
    ["title: no", "no"],
    ["title: True", "True"],
    ["title: 2024-01-01", "2024-01-01"],
    ["title: 0x1F", "0x1F"],
    ["title: 12:30:45", "12:30:45"],
    ["title: !!js/function 'x'", "x"],
    ["title: 'null'", "null"],
    ["title: ~", null],
    ["title:", null],
    ["TITLE: A", "A"],
    ['"title" : "a \\u00e9"', "a é"],
  ])("%s", (text, expected) => {
    expect(parse(text, "yaml").values.get("title")).toBe(expected);
  });

  test.each([
    ["date = 2024-01-02", "2024-01-02"],
    ["date = 2024-01-02T03:04:05-07:00", "2024-01-02T03:04:05.000-07:00"],
    ["date = 2024-01-02T03:04:05", "2024-01-02T03:04:05.000"],
    ["date = 123456789012345678", "123456789012345678"],
    ["date = true", "true"],
  ])("TOML's %s", (text, expected) => {
    expect(parse(text, "toml").values.get("date")).toBe(expected);
  });
});

describe("front matter that nobody should trust", () => {
  test("keys such as __proto__ are plain data", () => {
    const { values } = parse("__proto__:\n  polluted: yes\nconstructor: x", "yaml");
    expect([...values.keys()]).toEqual(["__proto__", "constructor"]);
    expect(parse('{"__proto__": {"polluted": 1}}', "json").values.has("__proto__")).toBe(true);
    expect("polluted" in {}).toBe(false);
  });

  test("aliases that would make too much are refused at their line, quickly", () => {
    const bomb = ["a: &a [x,x,x,x,x,x,x,x,x]"];
    for (const [index, name] of [..."bcdefghi"].entries()) {
      const before = "abcdefgh"[index];
      bomb.push(`${name}: &${name} [${Array.from({ length: 9 }, () => `*${before}`).join(",")}]`);
    }
    const many = ["a: &a x", ...Array.from({ length: 101 }, (_, index) => `b${index}: *a`)];
    const long = [`a: &a ${"x".repeat(60_000)}`, `b: [${"*a,".repeat(20)}]`];
    for (const [lines, line] of [
      [bomb, 6],
      [many, 102],
      [long, 2],
    ] as const) {
      const fault = faultOf(lines.join("\n"), "yaml");
      expect(fault).toMatchObject({ line, message: expect.stringContaining("aliases") });
    }
  });

  test.each(["a: &a [*a]", "a: *b\nb: &b c", "a: *important*"])(
    "an alias of nothing above it is refused: %s",
    (text) => {
      const fault = faultOf(text, "yaml");
      expect(fault.line).toBe(1);
      expect(fault.message).toMatch(/names nothing above it.*quotes/);
    },
  );

  test("deep nesting ends in an error or in nothing, never in a crash", () => {
    for (const depth of [20, 300, 600, 900, 1200, 1500, 2000, 3000]) {
      const text = `a: ${"[".repeat(depth)}${"]".repeat(depth)}`;
      expect(() => parse(text, "yaml")).not.toThrow(RangeError);
      expect(() => parse(`${"[".repeat(depth)}\nb: c`, "yaml")).toThrow(FrontMatterError);
      expect(() => parse(`${"- ".repeat(depth)}"a`, "yaml")).toThrow(FrontMatterError);
      expect(() => parse(`a: ${"[".repeat(depth)}`, "yaml")).toThrow(FrontMatterError);
    }
  });

  test("more than 256 KB are refused", () => {
    expect(faultOf(`a: ${"x".repeat(300_000)}`, "yaml").message).toContain("256 KB");
  });

  test.each<[FrontMatterFormat, string, number]>([
    ["yaml", "a: 1\nb: [1, 2\nc: 3", 2],
    ["yaml", "a: 1\n\tb: 2", 2],
    ["yaml", "a: b: c", 1],
    ["toml", 'a = 1\nb = "x\nc = 2', 2],
    ["json", '{"a": 1,\n"b" 2}', 2],
    ["json", '{"a": 1,\n}', 2],
    ["yaml", "- a\n- b", 1],
    ["yaml", "just text", 1],
  ])("broken %s tells the line (%#)", (format, text, line) => {
    expect(faultOf(text, format).line).toBe(line);
  });
});

describe("the commonest faults of YAML are told where they begin, with what to do", () => {
  test.each([
    ['a: b\ntitle: "x\ndate: 1\ntags: [y]', 2, "the text that begins here", 'Close it with “"”'],
    ["a: b\ntitle: 'x\ndate: 1", 2, "the text that begins here", "Close it with “'”"],
    ['title: "x\ndate: 1\ntags: ["y"]', 1, "the text that begins here", 'Close it with “"”'],
    ['a:\n  - "b\n  - c', 2, "the text that begins here", "Close it"],
    ["title: 'It's here'\nb: c", 1, "text stands behind the closing “'”", "twice"],
    ['title: "A "b" c"', 1, 'text stands behind the closing “"”', "backslash"],
    ["a: b\ntags: [x, y\ntitle: z\nc: d", 2, "the list that begins here with “[”", "with “]”"],
    ["tags: [x, [y, z]\ntitle: z", 1, "the list that begins here with “[”", "with “]”"],
    ["a: {b: 1\n\nc: 3", 1, "the map that begins here with “{”", "with “}”"],
    ["a: b\nc:\n\td: e", 3, "a tab indents this line", "Indent with spaces"],
    ["date: 1\ntitle x\nb: 3", 2, "this line has no key", "“key: value”"],
    ["date: 1\ntitle x", 2, "this line has no key", "“key: value”"],
    ["title:x\ndate: 1", 1, "this line has no key", "“key: value”"],
    ["date: 1\ntitle: A: b", 2, "a second colon", "quotes"],
    ["a: @b", 1, "Plain value cannot start with reserved character @", "Mend this line"],
    ["a: x\n- b", 2, "Implicit keys need to be on a single line", "Mend this line"],
  ])("%j", (text, line, what, advice) => {
    const fault = faultOf(text, "yaml");
    expect(fault).toMatchObject({ line, message: expect.stringContaining(what) });
    expect(fault.advice).toContain(advice);
  });
});

describe("front matter that Hugo's parsers let pass", () => {
  test("the last of two equal keys holds, and is told", () => {
    expect(parse("tags: a\nTags: b", "yaml")).toMatchObject({ twins: ["Tags"] });
    expect(parse("tags: a\ntags: b", "yaml").values.get("tags")).toBe("b");
  });

  test("a quoted text may run on at the margin", () => {
    const { values } = parse('a: "one\n\ntwo: three\nfour"\nb: 5', "yaml");
    expect(values.get("a")).toBe("one\ntwo: three four");
    expect(values.get("b")).toBe("5");
  });

  test("an alias stands for what its anchor names", () => {
    const text = "x: &x [sea, &m moon]\ntags: *x\na: *m\ny: &x other\n*m : {b: *x}\nc: [*x, *m]";
    const { values } = parse(text, "yaml");
    expect(values).toEqual(
      new Map<string, unknown>([
        ["x", ["sea", "moon"]],
        ["tags", ["sea", "moon"]],
        ["a", "moon"],
        ["y", "other"],
        ["moon", new Map([["b", "other"]])],
        ["c", ["other", "moon"]],
      ]),
    );
  });

  test("empty front matter has no fields", () => {
    expect(parse("# nothing\n", "yaml").values.size).toBe(0);
  });
});
