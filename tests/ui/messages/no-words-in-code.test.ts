// @vitest-environment node
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseSync } from "vite";
import { describe, expect, it } from "vitest";
import { HOME } from "#tests/support/command.ts";

const ROOMS = ["ui", "pages", "app", "data/transfer"];

/** What is no language's: all of what stands in a file's code, and why it may. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  // The product's name as it is set, and its short form.
  "ui/shell/navigation.tsx": ["Off", "print", "O", "p"],
  // A letter that shows the size of letters.
  "ui/settings/stepper.tsx": ["A"],
  // Letters whose width is measured; nobody sees them.
  "app/late-face.tsx": ["mmmiiiWWW"],
  // A program's name with a kind of file.
  "data/transfer/arriving/tables.ts": ["Readwise Reader (CSV)"],
  // The endings of files' names.
  "data/transfer/leaving/make-html.ts": ["html"],
  "data/transfer/leaving/make-markdown.ts": ["md"],
  // What styles are found by when the app is built; nobody reads it.
  "app/first-view/sample.ts": ["Sample", "A title", "Ein Titel", "Another title"],
};

/** Attributes, properties and fields whose text is shown or read out. */
const SAID =
  /^(?:aria-(?:label|description|roledescription|valuetext|placeholder)|ariaLabel|title|placeholder|alt|label|text|words|detail|textContent|innerText)$/;
/** A sentence, or what belongs to one, wherever it stands: code has no other strings like it. */
const SENTENCE =
  /^\p{Lu}\p{Ll}*(?:[ ,’]|$).*\p{Ll} |^[^\p{L}]*\p{Lu}?\p{Ll}+ \p{Ll}+ \p{Ll}+.*[.:?]$|[“”’…]\p{L}|\p{L}[“”’]/u;

type Node = { readonly type: string; readonly start: number } & Readonly<Record<string, unknown>>;

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && "type" in value && "start" in value;
}

function nodesIn(value: unknown): Node[] {
  return (Array.isArray(value) ? value : [value]).filter(isNode);
}

/** The text of a literal, with `{}` for what is put into it; null for anything else. */
function textOf(node: Node): string | null {
  if (node.type === "Literal" || node.type === "JSXText") {
    return typeof node.value === "string" ? node.value : null;
  }
  if (node.type !== "TemplateLiteral") return null;
  return nodesIn(node.quasis)
    .map(({ value }) => String(Reflect.get(Object(value), "cooked")))
    .join("{}");
}

function nameOf(node: unknown): string {
  return isNode(node) ? String(node.name ?? node.value ?? nameOf(node.property)) : "";
}

/** Where what an expression comes to stands in it, not what that is chosen by. */
const OUTCOMES: Readonly<Record<string, readonly string[]>> = {
  ConditionalExpression: ["consequent", "alternate"],
  LogicalExpression: ["left", "right"],
  BinaryExpression: ["left", "right"],
  JSXExpressionContainer: ["expression"],
  ParenthesizedExpression: ["expression"],
};

function outcomesOf(node: Node): Node[] {
  const parts = OUTCOMES[node.type];
  if (node.type === "BinaryExpression" && node.operator !== "+") return [];
  return parts ? parts.flatMap((part) => nodesIn(node[part])).flatMap(outcomesOf) : [node];
}

/** What of a node is shown or read out. */
function saidBy(node: Node): Node[] {
  switch (node.type) {
    case "JSXElement":
    case "JSXFragment":
      return nodesIn(node.children);
    case "JSXAttribute":
      return SAID.test(nameOf(node.name)) ? nodesIn(node.value) : [];
    case "Property":
      return SAID.test(nameOf(node.key)) ? nodesIn(node.value) : [];
    case "AssignmentExpression":
      return SAID.test(nameOf(node.left)) ? nodesIn(node.right) : [];
    case "CallExpression": {
      // setAttribute("title", …)
      const [name, value] = nodesIn(node.arguments);
      return name && SAID.test(nameOf(name)) ? nodesIn(value) : [];
    }
    default:
      return [];
  }
}

const TYPES = /^TS(?!AsExpression|SatisfiesExpression|NonNullExpression)/;

/** All words in a file's code that its reader would see or hear. */
function wordsIn(file: string, code: string): string[] {
  const { program, errors } = parseSync(file, code, { lang: file.endsWith("x") ? "tsx" : "ts" });
  expect(errors, file).toEqual([]);
  const found = new Set<Node>();
  const visit = (node: Node) => {
    if (TYPES.test(node.type) || node.type === "ImportDeclaration") return;
    if (SENTENCE.test(textOf(node) ?? "")) found.add(node);
    for (const said of saidBy(node).flatMap(outcomesOf)) found.add(said);
    for (const value of Object.values(node)) nodesIn(value).forEach(visit);
  };
  nodesIn(program).forEach(visit);
  return [...found]
    .map((node) => (textOf(node) ?? "").trim())
    .filter((text) => /\p{L}/u.test(text))
    .filter((text) => !ALLOWED[file]?.includes(text));
}

const files = ROOMS.flatMap((room) =>
  readdirSync(join(HOME, "src", room), { recursive: true, encoding: "utf8" })
    .filter((path) => /\.tsx?$/.test(path) && !path.endsWith(".d.ts"))
    .map((path) => `${room}/${path.replaceAll("\\", "/")}`),
).sort();

describe("words that people see", () => {
  it("are found wherever they stand in code", () => {
    const code = `
      const it = { label: open ? "Close" : "Open", kind: "button" };
      document.title = "Views";
      element.setAttribute("aria-label", "Go");
      function words(count: number) { return \`More than \${count} new stories\`; }
      const row = <p className="min-h-11 text-start" title={"Why"}>Hello {isNew && "new"}{say("key")}</p>;`;
    expect(wordsIn("pages/sample.tsx", code).sort()).toEqual(
      ["Close", "Go", "Hello", "More than {} new stories", "Open", "Views", "Why", "new"].sort(),
    );
  });

  it.each(files)("are messages, not code, in %s", (file) => {
    expect(wordsIn(file, readFileSync(join(HOME, "src", file), "utf8"))).toEqual([]);
  });

  it("that may stand in code are still there", () => {
    const gone = Object.entries(ALLOWED).flatMap(([file, words]) => {
      const code = readFileSync(join(HOME, "src", file), "utf8");
      return words.filter((word) => !code.includes(word));
    });
    expect(gone).toEqual([]);
  });
});
