import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { lstat, open, readFile } from "node:fs/promises";
import { imageSize } from "image-size";
import { dataAddress } from "#model/address.ts";
import { nameOf } from "#pipeline/content/folder/file-kind.ts";
import { isAsSeen, type Standing, standingIn } from "#pipeline/content/folder/seen.ts";
import { codeOf } from "#pipeline/content/folder/walk-folder.ts";
import type { Resource } from "#pipeline/story.ts";
import { isHarmlessSvg } from "./svg.ts";

/** A file that can be published beside an article. */
export type PublishedFile = {
  readonly resource: Resource;
  /** In pixels; only for pictures. */
  readonly width?: number;
  readonly height?: number;
  /** How the file stood before it was read. */
  readonly standing: Standing;
};

/** What browsers show or store, and never run. */
const PICTURE = /\.(?:png|jpe?g|gif|webp|avif|svg)$/i;
const PUBLISHABLE =
  /\.(?:png|jpe?g|gif|webp|avif|svg|mp3|m4a|ogg|oga|opus|wav|flac|mp4|m4v|mov|webm|ogv|vtt|srt|pdf|epub|txt|csv|tsv|json|geojson|gpx|ics|zip|gz|docx?|xlsx?|pptx?|od[tsp])$/i;

const LARGEST_SVG = 5 * 1024 * 1024;
/** More than the header of any picture. */
const HEADER = 512 * 1024;
/** Shared files are remembered; so many that a bound is needed only for odd folders. */
const MOST_KNOWN = 10_000;

/** The files of a content folder that are no pages. */
export class Resources {
  readonly #root: string;
  readonly #paths: ReadonlySet<string>;
  readonly #known = new Map<string, Promise<PublishedFile | string>>();

  /** `root` is the content folder's absolute path, `paths` are theirs in it. */
  constructor(root: string, paths: ReadonlySet<string>) {
    this.#root = root;
    this.#paths = paths;
  }

  /** Says whether there is such a file; the path is relative to the content folder. */
  has(path: string): boolean {
    return this.#paths.has(path);
  }

  /** Takes in what was made of a file, if it still stands as it did then. */
  know(file: PublishedFile): void {
    const { from } = file.resource;
    const path = from.slice(this.#root.length + 1);
    if (!this.#known.has(path) && isAsSeen(from, file.standing)) {
      this.#known.set(path, Promise.resolve(file));
    }
  }

  /** Makes a file ready to be published, or says in a sentence why it can't be. */
  publish(path: string): Promise<PublishedFile | string> {
    const known = this.#known.get(path);
    if (known !== undefined) return known;
    if (this.#known.size >= MOST_KNOWN) this.#known.clear();
    const made = prepare(`${this.#root}/${path}`, path);
    this.#known.set(path, made);
    return made;
  }
}

async function prepare(absolute: string, path: string): Promise<PublishedFile | string> {
  if (!PUBLISHABLE.test(path)) return `“${path}” is of a kind that isn't published`;
  try {
    const stat = await lstat(absolute);
    if (!stat.isFile()) return `“${path}” is no regular file`;
    if (/\.svg$/i.test(path)) {
      // All of it is read.
      if (stat.size > LARGEST_SVG)
        return `“${path}” has more than the 5 MB that a drawing may have`;
      if (!isHarmlessSvg(await readFile(absolute))) {
        return `“${path}” holds more than a drawing (a script or foreign content)`;
      }
    }
    const to = dataAddress.resource(await digestOf(absolute), safeName(nameOf(path)));
    const resource = { from: absolute, to };
    return { resource, standing: standingIn(stat), ...(await sizeOf(absolute)) };
  } catch (cause) {
    return `“${path}” can't be read (${codeOf(cause)})`;
  }
}

async function digestOf(absolute: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(absolute)) hash.update(chunk);
  return hash.digest("hex").slice(0, 16);
}

async function sizeOf(absolute: string): Promise<{ width?: number; height?: number }> {
  if (!PICTURE.test(absolute)) return {};
  const file = await open(absolute);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEADER), 0, HEADER, 0);
    const { width, height, orientation = 1 } = imageSize(buffer.subarray(0, bytesRead));
    const [w, h] = [Math.round(width), Math.round(height)];
    if (!(w > 0 && h > 0)) return {};
    // Turned by a quarter when it is shown.
    return orientation > 4 ? { width: h, height: w } : { width: w, height: h };
  } catch {
    // A picture without a known size is shown all the same.
    return {};
  } finally {
    await file.close();
  }
}

function safeName(name: string): string {
  const dot = name.lastIndexOf(".");
  const clean = (text: string) => text.normalize("NFC").replace(/[^A-Za-z0-9_-]+/g, "-");
  const stem = clean(name.slice(0, dot)).replace(/^-+|-+$/g, "");
  return `${stem.slice(0, 80) || "file"}.${clean(name.slice(dot + 1)).toLowerCase()}`;
}
