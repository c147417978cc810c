import { plainLine } from "./attribute-values.ts";
import type { SayDrawn } from "./drawn-words.ts";

/** Counts what has been named in one article, so that no two names are the same. */
export type Names = { tables: number; codes: number };

/** Makes what may be wider than the page a region that can be reached, named and scrolled with the keyboard. */
export function nameScroller(element: Element, names: Names, say: SayDrawn): void {
  if (element.localName === "pre") {
    makeRegion(element, say("codeRegion", { number: ++names.codes }));
    return;
  }
  const table = onlyTableIn(element);
  if (!table) return;
  const caption = plainLine(table.querySelector("caption")?.textContent ?? "", 80);
  const words = say("table", { number: ++names.tables });
  makeRegion(element, caption ? say("titled", { words, title: caption }) : words);
}

function makeRegion(element: Element, name: string): void {
  element.setAttribute("role", "region");
  element.setAttribute("aria-label", name);
  element.setAttribute("tabindex", "0");
}

/** Puts every table that isn't inside another into a block of its own, in which it can be scrolled. */
export function wrapTables(root: Element): void {
  for (const table of root.querySelectorAll("table")) {
    const parent = table.parentElement;
    if (!parent || parent.closest("table") || onlyTableIn(parent)) continue;
    // Parsed once more, a block would end the paragraph that it stands in.
    const paragraph = parent.closest("p");
    if (paragraph) rename(paragraph, "div");
    const block = table.ownerDocument.createElement("div");
    table.replaceWith(block);
    block.append(table);
  }
}

/** Puts an element of another name in an element's place, with all that it has. */
export function rename(element: Element, name: string): void {
  const other = element.ownerDocument.createElement(name);
  for (const attribute of element.attributes) other.setAttribute(attribute.name, attribute.value);
  other.append(...element.childNodes);
  element.replaceWith(other);
}

function onlyTableIn(element: Element): Element | null {
  if (element.localName !== "div" || element.childNodes.length !== 1) return null;
  const only = element.firstElementChild;
  return only?.localName === "table" && !element.closest("table") ? only : null;
}
