import render from "dom-serializer";
import { type ChildNode, type Document, type Element, isTag, isText, Text } from "domhandler";
import { removeElement } from "domutils";
import { parseDocument } from "htmlparser2";

/** Deeper elements are made plain text: nothing that is read nests so, and walks and browsers suffer. */
const DEEPEST = 120;

/** Not content, and dropped for size. Safety is the sanitizer's, in the browser. */
const DROPPED = new Set(["script", "style", "template", "head", "link", "meta", "base", "title"]);

/** Parses the HTML of a body; of a whole page only the inside of its `body` counts. */
export function parseHtml(html: string): Document {
  const tree = parseDocument(html, { lowerCaseTags: true, lowerCaseAttributeNames: true });
  const page = bodyOf(tree);
  if (page) tree.children = page.children;
  for (const node of tree.children) node.parent = tree;
  limitDepth(tree);
  return tree;
}

/**
 * Writes a tree as HTML, without the divider that ended the summary and without styles: the reader's browser uses none,
 * and its policy tells each.
 */
export function renderHtml(tree: Document): string {
  for (const node of [...nodesIn(tree)]) {
    if (node.type === "comment") removeElement(node);
    else if (isTag(node)) dropStyle(node);
  }
  return render(tree, { encodeEntities: "utf8" }).trim();
}

/** Keeps what the sanitizer reads of a style: how a cell is aligned, and that a picture only counts readers. */
function dropStyle(element: Element): void {
  const { style } = element.attribs;
  if (style === undefined) return;
  delete element.attribs.style;
  if (element.name === "img" && isHiding(style)) removeElement(element);
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
    if ("children" in node) open.push(...[...node.children].reverse());
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
    const next: Element[] = [];
    for (const parent of level) {
      setChildren(parent, parent.children.filter(isContent));
      const elements = parent.children.filter((child) => isTag(child));
      if (depth < DEEPEST) next.push(...elements);
      else for (const element of elements) setChildren(element, [new Text(textIn(element))]);
    }
    level = next;
  }
}

/** Comments go but `<!--more-->`, which ends the summary. */
function isContent(node: ChildNode): boolean {
  if (isTag(node)) return !DROPPED.has(node.name);
  return node.type === "text" || (node.type === "comment" && node.data === "more");
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
