import { hash } from "node:crypto";
import { IdColumn } from "#pipeline/columns/id-column.ts";
import type { Texts } from "#pipeline/columns/text-column.ts";
import type { Report } from "#pipeline/report.ts";

/** The id that a path had in the run before, where that is known; paths are asked for in their order. */
export type KnownId = (path: string) => string | null;

/** The id of a content file: it depends on nothing but the file's own path. */
export function fileId(path: string): string {
  return hexOf(path.normalize("NFC"));
}

/**
 * Gives every path its id. Two paths that are the same in Unicode's composed form are told; the one that is not in
 * that form gets an id of its own bytes.
 *
 * @param knownId spares the work.
 */
export function fileIds(paths: Texts, report: Report, knownId: KnownId = () => null): IdColumn {
  // Only what is not in ASCII has several forms.
  const decomposed = paths.isAscii ? NONE : decomposedIds(paths, report);
  const ids = new IdColumn();
  for (let place = 0; place < paths.count; place++) {
    const path = paths.at(place);
    const id = decomposed.get(path) ?? knownId(path);
    if (id === null) ids.pushBytes(digestOf(path));
    else ids.push(id);
  }
  return ids;
}

const NONE: ReadonlyMap<string, string> = new Map();

/** The ids of paths that are not in the composed form. */
function decomposedIds(paths: Texts, report: Report): ReadonlyMap<string, string> {
  const decomposed: string[] = [];
  for (let place = 0; place < paths.count; place++) {
    const path = paths.at(place);
    if (path !== path.normalize("NFC")) decomposed.push(path);
  }
  const owners = ownersOf(new Set(decomposed.map(fileId)), paths);
  const ids = new Map<string, string>();
  for (const path of decomposed) {
    let id = fileId(path);
    const twin = owners.get(id);
    for (let salt = ""; owners.has(id); salt += "/") id = hexOf(path + salt);
    if (twin) report.problem(path, 1, `“${twin}” has the same name in other bytes. Rename one.`);
    owners.set(id, path);
    ids.set(path, id);
  }
  return ids;
}

/** Whose some ids are by their own bytes. */
function ownersOf(wanted: ReadonlySet<string>, paths: Texts): Map<string, string> {
  const owners = new Map<string, string>();
  for (let place = 0; wanted.size > 0 && place < paths.count; place++) {
    const id = hexOf(paths.at(place));
    if (wanted.has(id)) owners.set(id, paths.at(place));
  }
  return owners;
}

function digestOf(text: string): Buffer {
  return hash("sha256", text, "buffer");
}

function hexOf(text: string): string {
  // Of its own: a part of the whole digest's text would keep that in memory, and there may be a million.
  return digestOf(text).toString("hex", 0, 10);
}
