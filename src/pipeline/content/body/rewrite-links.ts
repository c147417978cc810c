import type { Document, Element } from "domhandler";
import { elementsIn, removeAll } from "./html-tree.ts";
import { NOWHERE } from "./render-body.ts";

/** Gives the address that works in the edition; null for one that leads nowhere. */
type Resolve = (address: string) => string | null;

/** The attributes that hold one address. */
const SINGLE = new Map([
  ["a", ["href"]],
  ["area", ["href"]],
  ["img", ["src"]],
  ["source", ["src"]],
  ["video", ["src", "poster"]],
  ["audio", ["src"]],
  ["track", ["src"]],
  ["iframe", ["src"]],
]);
/** Is nothing without its address. */
const EMPTY_WITHOUT = new Set(["img", "source", "track", "iframe"]);

/**
 * Makes every address of a tree work in the edition. A picture that leads nowhere goes, a link that does becomes its
 * text.
 *
 * @returns the addresses that led nowhere.
 */
export function rewriteLinks(tree: Document, resolve: Resolve): string[] {
  const lost: string[] = [];
  const known = new Map<string, string | null>();
  const find: Resolve = (address) => {
    const seen = known.get(address);
    if (seen !== undefined) return seen;
    const found = resolve(address);
    known.set(address, found);
    if (found === null && address.trim() !== "" && address !== NOWHERE) lost.push(address);
    return found;
  };
  const gone = new Set<Element>();
  for (const element of elementsIn(tree)) {
    if (element.attribs.srcset) rewriteSet(element, element.attribs.srcset, find);
    for (const name of SINGLE.get(element.name) ?? []) {
      if (!rewriteOne(element, name, find)) gone.add(element);
    }
  }
  removeAll(gone);
  return lost;
}

/** @returns whether the element is still worth its place */
function rewriteOne(element: Element, name: string, find: Resolve): boolean {
  const address = element.attribs[name];
  if (address === undefined) return true;
  const found = find(address);
  if (found !== null) element.attribs[name] = found;
  else if (EMPTY_WITHOUT.has(element.name) && !element.attribs.srcset) return false;
  else delete element.attribs[name];
  return true;
}

/** Candidates are set apart by a comma and white space; an address may hold commas. */
function rewriteSet(element: Element, set: string, find: Resolve): void {
  const kept: string[] = [];
  for (const candidate of set.split(/,\s+|,$/)) {
    const [address = "", ...descriptor] = candidate.trim().split(/\s+/);
    const found = address === "" ? null : find(address);
    if (found !== null) kept.push([found, ...descriptor].join(" "));
  }
  if (kept.length > 0) element.attribs.srcset = kept.join(", ");
  else delete element.attribs.srcset;
}
