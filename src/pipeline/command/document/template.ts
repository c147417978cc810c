import render from "dom-serializer";
import { type AnyNode, Comment, type Element, isTag, type ParentNode } from "domhandler";
import { appendChild, findOne, removeElement } from "domutils";
import { parseDocument } from "htmlparser2";
import { tag } from "./markup.ts";

/** The document that Vite wrote for the app, taken apart so that the edition's documents can be put together. */
export type Template = {
  /** What the head holds in every document: icons, the app's script. */
  readonly head: string;
  /** The link to the app's style sheet. */
  readonly sheet: string;
  /** The link to the letters' own, which are among the styles of documents that have such. */
  readonly faces: string;
  /** What stands in the body before and after the content of the app's root. */
  readonly before: string;
  readonly after: string;
};

/** What one document says for itself. */
export type Page = {
  /** What the root element says: its language, and as data what the app reads there. */
  readonly root: { readonly lang: string } & Readonly<Record<string, string>>;
  /** What `policyMarkup` makes of the policy, which all documents have in common. */
  readonly policy: string;
  /** The styles that its content stands on; the whole sheet then comes behind that, and holds up nothing. */
  readonly styles: string;
  /** HTML for the head, and for the app's root. */
  readonly head: string;
  readonly content: string;
};

/**
 * Reads the app's document. Its addresses are relative (`./assets/…`) and become addresses below the base, since the
 * edition has documents at several depths.
 *
 * @throws Error where it is no document of the app.
 */
export function readTemplate(html: string, base: string): Template {
  const document = parseDocument(html);
  const head = find(document, (element) => element.name === "head");
  const body = find(document, (element) => element.name === "body");
  const root = find(body, (element) => element.attribs.id === "root");
  for (const element of head.children.filter(isOwn)) removeElement(element);
  const sheets = head.children.filter(isSheet);
  for (const element of sheets) removeElement(element);
  findOne((element) => rebase(element, base), [...document.children, ...sheets]);
  const place = new Comment("root");
  appendChild(root, place);
  const [before = "", after = ""] = render(body.children).split(render(place));
  const lines = render(head.children)
    .split("\n")
    .map((line) => line.trim());
  return {
    head: lines.filter((line) => line !== "").join("\n"),
    sheet: render(sheets.filter((element) => !isOfFaces(element))),
    faces: render(sheets.filter(isOfFaces)),
    before,
    after,
  };
}

/** Puts a document together. */
export function fillTemplate(template: Template, page: Page): string {
  return fillAround(template, page).join(page.styles);
}

/** Puts together what stands before and after the styles of a document. */
export function fillAround(
  { head, sheet, faces, before, after }: Template,
  page: Page,
): readonly [start: string, end: string] {
  const { lang, ...data } = page.root;
  const attributes = Object.entries(data).map(([name, value]) => [`data-${name}`, value]);
  const [open, close] = page.styles === "" ? [faces + sheet, ""] : ["<style>", "</style>"];
  return [
    `<!doctype html>
${tag("html", { lang, ...Object.fromEntries(attributes) })}
<head>
${page.policy}
${page.head}
${open}`,
    `${close}
${head}
</head>
<body>${before}${page.content}${after}${page.styles === "" ? "" : sheet}</body>
</html>
`,
  ];
}

/**
 * What every document begins its head with: the policy first, since it holds only for what follows it, and the
 * encoding within the first 1,024 bytes, as HTML demands.
 */
export function policyMarkup(policy: string): string {
  return [
    tag("meta", { "http-equiv": "Content-Security-Policy", content: policy }),
    tag("meta", { charset: "utf-8" }),
    tag("meta", { name: "referrer", content: "no-referrer" }),
  ].join("\n");
}

function find(within: ParentNode, test: (element: Element) => boolean): Element {
  const element = findOne(test, within.children);
  if (element) return element;
  throw new Error("The app's index.html lacks a head, a body or the element with the id “root”.");
}

/** Says whether a node of the head is one that each document writes for itself. */
function isOwn(node: AnyNode): boolean {
  return isTag(node) && (node.name === "title" || node.attribs.charset !== undefined);
}

function isSheet(node: AnyNode): boolean {
  return isTag(node) && node.name === "link" && node.attribs.rel === "stylesheet";
}

function isOfFaces(node: AnyNode): boolean {
  return isTag(node) && node.attribs["data-faces"] !== undefined;
}

function rebase(element: Element, base: string): false {
  for (const name of ["src", "href"]) {
    const address = element.attribs[name];
    if (address?.startsWith("./")) element.attribs[name] = base + address.slice(2);
  }
  return false;
}
