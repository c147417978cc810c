import type { Element } from "domhandler";
import { LATE_SETS, LATE_SOURCES } from "#model/remote-picture.ts";
import { readSrcset } from "#model/srcset.ts";
import { isDrawnWord, isPixel } from "./read-picture.ts";

/** A wider one shows nothing more in a column of text. */
const WIDE_ENOUGH = 1600;
const DENSE_ENOUGH = 2;

/**
 * Gives the addresses at which an image's picture may be had, the best first: one is enough. None where the app shows no
 * picture in its place.
 */
export function candidatesOf(image: Element): string[] {
  const { attribs } = image;
  if (isDrawnWord(image) || isPixel(image) || isUnshown(image)) return [];
  const given = attribs.src ?? "";
  const late = firstOf(attribs, LATE_SOURCES);
  const source = late && (given === "" || given.startsWith("data:")) ? late : given;
  const set = attribs.srcset ?? firstOf(attribs, LATE_SETS) ?? "";
  const all = [...widestIn(set), source, ...otherFormats(image)];
  return [...new Set(all)].filter((address) => address !== "");
}

/** The address of a set's best picture; of none where there is none. */
export function widestIn(set: string): string[] {
  const sized = [...readSrcset(set)].map(({ url, descriptor }) => ({
    url,
    size: sizeOf(descriptor),
  }));
  const [first, ...others] = sized.sort((one, other) => one.size - other.size);
  if (!first) return [];
  const enough = [first, ...others].find(({ size }) => size >= 1);
  return [(enough ?? others.at(-1) ?? first).url];
}

/** How large a picture is, where 1 is large enough. */
function sizeOf(descriptor: string): number {
  const size = Number.parseFloat(descriptor);
  if (descriptor.endsWith("w")) return size / WIDE_ENOUGH;
  return (descriptor.endsWith("x") ? size : 1) / DENSE_ENOUGH;
}

function firstOf(attribs: Element["attribs"], names: readonly string[]): string | undefined {
  return names.map((name) => attribs[name]).find(Boolean);
}

/** The same picture in formats that not every browser knows, in the `picture` around an image. */
function otherFormats({ parent }: Element): string[] {
  if (parent?.type !== "tag" || parent.name !== "picture") return [];
  return parent.children.flatMap((child) => {
    if (child.type !== "tag" || child.name !== "source" || child.attribs.media) return [];
    return widestIn(child.attribs.srcset ?? "");
  });
}

/** What stands for those without scripts stands there a second time. */
function isUnshown(image: Element): boolean {
  for (let at = image.parent; at?.type === "tag"; at = at.parent) {
    if (at.name === "noscript") return true;
  }
  return false;
}
