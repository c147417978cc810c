import type { Document, Element } from "domhandler";
import type { Picture } from "#model/article.ts";
import { mayBeFetched } from "#model/remote-picture.ts";
import { elementsIn, isHiding } from "#pipeline/content/body/html-tree.ts";
import type { Linker } from "#pipeline/content/body/linker.ts";
import { webAddress } from "#pipeline/content/fields/read-attribution.ts";
import { clip, type Fields } from "#pipeline/content/source/fields.ts";
import { plainText } from "#pipeline/content/source/plain-text.ts";
import { isList, isMap, type Value } from "#pipeline/content/source/value.ts";
import type { PublishedFile } from "./resources.ts";

const KEYS = ["image", "images", "featured_image", "cover"];
/** Where a map holds its address. */
const ADDRESS_KEYS = ["src", "url", "image", "path"];
const LONGEST_ALT = 300;
const MOST_TRIED = 5;

type Named = { readonly key: string; readonly src: string; readonly alt: string | undefined };

/** Reads the picture that the front matter names. One that can't be found is told. */
export function namedPicture(fields: Fields, linker: Linker): Picture | undefined {
  const named = KEYS.flatMap((key) => namedIn(key, fields.anywhere(key))).slice(0, MOST_TRIED);
  for (const { key, src, alt } of named) {
    const picture = pictureAt(src, linker);
    if (picture) return alt === undefined ? picture : { ...picture, alt };
    const what = `“${key}: ${clip(src)}” is no picture in the content folder, so it isn't shown.`;
    fields.tell(key, `${what} Put it there, or write its https:// address.`);
  }
  return undefined;
}

function namedIn(key: string, value: Value | undefined): Named[] {
  if (typeof value === "string") {
    return value.trim() === "" ? [] : [{ key, src: value.trim(), alt: undefined }];
  }
  if (isList(value)) return value.slice(0, MOST_TRIED).flatMap((item) => namedIn(key, item));
  if (!isMap(value)) return [];
  const src = ADDRESS_KEYS.map((name) => value.get(name)).find(
    (found) => typeof found === "string",
  );
  const alt = value.get("alt");
  if (typeof src !== "string" || src.trim() === "") return [];
  const text = typeof alt === "string" ? plainText(alt, LONGEST_ALT) : "";
  return [{ key, src: src.trim(), alt: text || undefined }];
}

function pictureAt(src: string, linker: Linker): Picture | undefined {
  const remote = secureAddress(src);
  if (remote) return { src: remote };
  if (/^[a-z][a-z0-9+.-]*:/i.test(src)) return undefined;
  const file = linker.file(src);
  if (!file) return undefined;
  return pictureOf(file);
}

function pictureOf({ resource, width, height }: PublishedFile): Picture {
  return width && height ? { src: resource.to, width, height } : { src: resource.to };
}

function secureAddress(src: string): string | undefined {
  const url = webAddress(src.startsWith("//") ? `https:${src}` : src);
  return url && mayBeFetched(url) ? url.href : undefined;
}

/** Finds the first picture of a text whose addresses are resolved, other than those that only count readers. */
export function firstPicture(tree: Document, base: string, linker: Linker): Picture | undefined {
  for (const element of elementsIn(tree)) {
    if (element.name !== "img" || isPixel(element) || isDrawnWord(element)) continue;
    const picture = ownPicture(element, base, linker) ?? remotePicture(element);
    if (!picture) continue;
    const alt = plainText(element.attribs.alt ?? "", LONGEST_ALT);
    return alt === "" ? picture : { ...picture, alt };
  }
  return undefined;
}

function ownPicture(element: Element, base: string, linker: Linker): Picture | undefined {
  const src = element.attribs.src ?? "";
  const file = src.startsWith(base) ? linker.files.get(src.slice(base.length)) : undefined;
  return file && pictureOf(file);
}

function remotePicture(element: Element): Picture | undefined {
  const src = secureAddress(element.attribs.src ?? "");
  return src ? { src } : undefined;
}

/** Whether a picture only counts who looks. */
export function isPixel({ attribs }: Element): boolean {
  const isTiny = (size: string | undefined) => size !== undefined && Number.parseInt(size, 10) <= 2;
  return isHiding(attribs.style ?? "") || isTiny(attribs.width) || isTiny(attribs.height);
}

/** Whether a picture stands for a word or a character: the app shows that. */
export function isDrawnWord({ attribs }: Element): boolean {
  return Boolean(attribs.alt) && /(?:^|\s)(?:emoji|wp-smiley)(?:\s|$)/.test(attribs.class ?? "");
}
