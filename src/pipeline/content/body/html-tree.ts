import render from "dom-serializer";
import { type ChildNode, Document, type Element, isTag, isText, Text } from "domhandler";
import { withoutEntities } from "#pipeline/content/source/plain-text.ts";
import { parseBounded } from "./parse-bounded.ts";

/** Deeper elements are made plain text: nothing that is read nests so, and walks and browsers suffer. */
const DEEPEST = 120;

/** Not content, and dropped for size. Safety is the sanitizer's, in the browser. */
const DROPPED = new Set(["script", "style", "template", "head", "link", "meta", "base", "title"]);

/** Parses the HTML of a body; of a whole page only the inside of its `body` counts. Null where it holds too much. */
export function parseHtml(html: string): Document | null {
  const tree = parseBounded(html, { lowerCaseTags: true, lowerCaseAttributeNames: true });
  if (!tree) return null;
  const page = bodyOf(tree);
  if (page) tree.children = page.children;
  for (const node of tree.children) node.parent = tree;
  limitDepth(tree);
  return tree;
}

const NO_WORDS =
  /<!--[\s\S]*?(?:-->|$)|<(script|style|template)\b[\s\S]*?(?:<\/\1\s*>|$)|<[^<>]*>?/gi;

/** Makes a tree of nothing but the words of a body. */
export function wordsAlone(html: string): Document {
  return new Document([new Text(withoutEntities(html.replace(NO_WORDS, " ")))]);
}

/**
 * Writes a tree as HTML, without the divider that ended the summary and without styles: the reader's browser uses none,
 * and its policy tells each.
 */
export function renderHtml(tree: Document): string {
  const gone = new Set<ChildNode>();
  for (const node of nodesIn(tree)) {
    if (node.type === "comment" || (isTag(node) && isHidden(node))) gone.add(node);
    if (isTag(node)) dropStyle(node);
  }
  removeAll(gone);
  return render(tree, { encodeEntities: "utf8" }).trim();
}

/** A picture that nobody sees only counts readers; without its style it would be seen. */
function isHidden({ name, attribs }: Element): boolean {
  return name === "img" && isHiding(attribs.style ?? "");
}

/** Keeps what the sanitizer reads of a style: how a cell is aligned. */
function dropStyle(element: Element): void {
  const { style } = element.attribs;
  if (style === undefined) return;
  delete element.attribs.style;
  if (element.name !== "td" && element.name !== "th") return;
  const side = /text-align\s*:\s*(left|center|right)/i.exec(style)?.[1];
  if (side) element.attribs.align = side.toLowerCase();
}

/** Whether a style hides its element. */
export function isHiding(style: string): boolean {
  return /display\s*:\s*none|visibility\s*:\s*hidden/i.test(style);
}

/** All nodes below one, in the order of the document. */
export function* nodesIn(top: Document | Element): Generator<ChildNode> {
  const open: ChildNode[] = [...top.children].reverse();
  for (let node = open.pop(); node; node = open.pop()) {
    yield node;
    // Spread, a hundred thousand of them would be too many arguments.
    if ("children" in node) for (const child of node.children.toReversed()) open.push(child);
  }
}

/** The elements below a node, in the order of the document. */
export function* elementsIn(top: Document | Element): Generator<Element> {
  for (const node of nodesIn(top)) if (isTag(node)) yield node;
}

/** The text below a node, with a space wherever a block begins or ends. */
export function textIn(top: Document | Element): string {
  const parts: string[] = [];
  for (const node of nodesIn(top)) {
    if (isText(node)) parts.push(node.data);
    else if (isTag(node) && BLOCK.has(node.name)) parts.push(" ");
  }
  return parts.join("");
}

/** Elements whose text does not run on into the next one's. */
export const BLOCK = new Set(
  "address article aside blockquote br caption dd details div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table tbody td tfoot th thead tr ul".split(
    " ",
  ),
);

function bodyOf(tree: Document): Element | undefined {
  for (const node of tree.children) {
    if (!isTag(node)) continue;
    if (node.name === "body") return node;
    if (node.name !== "html") continue;
    const body = node.children.find((child) => isTag(child) && child.name === "body");
    return body && isTag(body) ? body : node;
  }
  return undefined;
}

/** Takes out what is no content, and flattens what is nested too deep. */
function limitDepth(tree: Document): void {
  let level: (Document | Element)[] = [tree];
  for (let depth = 0; level.length > 0; depth += 1) {
    for (const parent of level) setChildren(parent, parent.children.filter(isContent));
    const next = level.flatMap((parent) => parent.children.filter((child) => isTag(child)));
    if (depth < DEEPEST) level = next;
    else {
      for (const element of next) setChildren(element, [new Text(textIn(element))]);
      return;
    }
  }
}

/** Comments go but `<!--more-->`, which ends the summary. */
function isContent(node: ChildNode): boolean {
  if (isTag(node)) return !DROPPED.has(node.name);
  return node.type === "text" || (node.type === "comment" && node.data === "more");
}

/** Takes nodes out of their tree, all at once: one by one, each would move all that follow it. */
export function removeAll(gone: ReadonlySet<ChildNode>): void {
  const parents = new Set([...gone].map(({ parent }) => parent));
  for (const parent of parents) {
    if (parent) parent.children = parent.children.filter((child) => !gone.has(child));
  }
}

/** Sets the children of a node and their links to each other. */
function setChildren(parent: Document | Element, children: ChildNode[]): void {
  parent.children = children;
  for (const [index, child] of children.entries()) {
    child.parent = parent;
    child.prev = children[index - 1] ?? null;
    child.next = children[index + 1] ?? null;
  }
}
