import { hash } from "node:crypto";
import { IdColumn } from "#pipeline/columns/id-column.ts";
import type { TextColumn } from "#pipeline/columns/text-column.ts";
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
 * @param knownId spares the work for paths in ASCII.
 */
export function fileIds(
  paths: TextColumn,
  report: Report,
  knownId: KnownId = () => null,
): IdColumn {
  // Only what is not in ASCII has several forms.
  return paths.isAscii ? plainIds(paths, knownId) : composedIds(paths, report);
}

function plainIds(paths: TextColumn, knownId: KnownId): IdColumn {
  const ids = new IdColumn();
  for (let place = 0; place < paths.count; place++) {
    const path = paths.at(place);
    const id = knownId(path);
    if (id === null) ids.pushBytes(digestOf(path));
    else ids.push(id);
  }
  return ids;
}

function composedIds(paths: TextColumn, report: Report): IdColumn {
  const ids = new IdColumn();
  const given = Array.from({ length: paths.count }, (_, place) => paths.at(place));
  const owners = new Map<string, string>();
  const composed = given.filter((path) => path === path.normalize("NFC"));
  const known = new Map<string, string>();
  for (const path of [...composed, ...given]) {
    if (known.has(path)) continue;
    let id = fileId(path);
    const twin = owners.get(id);
    for (let salt = ""; owners.has(id); salt += "/") id = hexOf(path + salt);
    if (twin) report.problem(path, 1, `“${twin}” has the same name in other bytes. Rename one.`);
    owners.set(id, path);
    known.set(path, id);
  }
  for (const path of given) ids.push(known.get(path) ?? fileId(path));
  return ids;
}

function digestOf(text: string): Buffer {
  return hash("sha256", text, "buffer");
}

function hexOf(text: string): string {
  // Of its own: a part of the whole digest's text would keep that in memory, and there may be a million.
  return digestOf(text).toString("hex", 0, 10);
}
