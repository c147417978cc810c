/** Elements of a line of text: they hold nothing but text and each other. */
const LINE =
  "abbr,b,bdi,cite,code,dfn,em,h1,h2,h3,h4,h5,h6,i,kbd,mark,p,pre,q,rt,s,samp,small,span,strong,sub,sup,u,var";
const BLOCK =
  "blockquote,div,dl,figure,h1,h2,h3,h4,h5,h6,hr,ol,p,pre,section,table,ul,figcaption,li,dt,dd";
/** Elements that stand only in certain others, and what they become elsewhere. */
const PLACES: readonly (readonly [element: string, parents: string, instead: string])[] = [
  ["li", "ul,ol", "div"],
  ["dt", "dl", "div"],
  ["dd", "dl", "div"],
  ["figcaption", "figure", "div"],
  ["caption", "table", "p"],
  ["rt", "ruby", "span"],
  ["rp", "ruby", "span"],
];
const LISTS: readonly (readonly [list: string, items: string, item: string])[] = [
  ["ul,ol", "li", "li"],
  ["dl", "dt,dd", "dd"],
];
const LINES_ALONE = "p,pre,h1,h2,h3,h4,h5,h6";
const PLAINER = [
  ["details", "div"],
  ["summary", "p"],
  ["time", "span"],
] as const;
const TOO_MUCH = ["datetime", "data-task", "data-numbers", "reversed"];
const ATTRIBUTES = ["id", "dir", "lang"];
const TIMES = 6;

/**
 * Makes a cleaned text fit XHTML's rules, which books are checked against and browsers are not: what stands in the
 * wrong place is renamed or set free, never dropped; every id is one that XML allows, and every link within leads
 * somewhere.
 */
export function fitXhtml(root: Element): void {
  // Each setting free may bring something else into the wrong place.
  plainer(root);
  for (let time = 0; time < TIMES && fitOnce(root); time++);
  fitLists(root);
  fitGroups(root);
  nameAnew(root);
}

/** @returns whether anything was done */
function fitOnce(root: Element): boolean {
  const misplaced = PLACES.flatMap(([name, parents, instead]) =>
    [...root.querySelectorAll(name)]
      .filter((element) => !element.parentElement?.matches(parents))
      .map((element) => ({ element, instead })),
  );
  for (const { element, instead } of misplaced) rename(element, instead);
  const burst = [...root.querySelectorAll(LINE)].filter((line) => line.querySelector(BLOCK));
  for (const line of burst) {
    if (line.matches(LINES_ALONE)) rename(line, "div");
    else line.replaceWith(...line.childNodes);
  }
  return misplaced.length + burst.length > 0;
}

/** A book does not fold; and what a machine reads in a time need not be one. */
function plainer(root: Element): void {
  for (const [name, instead] of PLAINER) {
    for (const element of root.querySelectorAll(name)) rename(element, instead);
  }
  for (const element of root.querySelectorAll("*")) {
    for (const name of TOO_MUCH) element.removeAttribute(name);
  }
  for (const item of root.querySelectorAll("ul > li[value]")) item.removeAttribute("value");
}

/** A list of descriptions begins with a term and ends with a description; a figure has one caption, at an end of it. */
function fitGroups(root: Element): void {
  for (const list of root.querySelectorAll("dl")) {
    const names = [...list.children].map(({ localName }) => localName).join(" ");
    if (/^(?:(?:dt ?)+(?:dd ?)+)+$/.test(names)) continue;
    for (const child of [...list.children]) rename(child, "div");
    rename(list, "div");
  }
  for (const caption of root.querySelectorAll("figcaption")) {
    const figure = caption.parentElement;
    const isAtEnd = figure?.firstElementChild === caption || figure?.lastElementChild === caption;
    const isOnly = figure?.querySelectorAll(":scope > figcaption").length === 1;
    if (!isAtEnd || !isOnly) rename(caption, "div");
  }
}

function fitLists(root: Element): void {
  for (const [lists, items, item] of LISTS) {
    for (const list of root.querySelectorAll(lists)) {
      for (const child of [...list.childNodes]) wrapStray(child, items, item);
      if (list.childElementCount === 0) list.remove();
    }
  }
}

function wrapStray(child: ChildNode, items: string, item: string): void {
  if (child instanceof Element ? child.matches(items) : !child.textContent?.trim()) return;
  const wrapper = child.ownerDocument?.createElement(item);
  if (!wrapper) return;
  child.replaceWith(wrapper);
  wrapper.append(child);
}

function rename(element: Element, name: string): void {
  const renamed = element.ownerDocument.createElement(name);
  for (const attribute of ATTRIBUTES) {
    const value = element.getAttribute(attribute);
    if (value !== null) renamed.setAttribute(attribute, value);
  }
  renamed.append(...element.childNodes);
  element.replaceWith(renamed);
}

function nameAnew(root: Element): void {
  const names = new Map<string, string>();
  for (const element of root.querySelectorAll("[id]")) {
    if (names.has(element.id)) element.removeAttribute("id");
    else {
      const name = `place-${names.size + 1}`;
      names.set(element.id, name);
      element.id = name;
    }
  }
  for (const link of root.querySelectorAll('a[href^="#"]')) {
    const name = names.get((link.getAttribute("href") ?? "").slice(1));
    if (name) link.setAttribute("href", `#${name}`);
    else link.removeAttribute("href");
  }
}
