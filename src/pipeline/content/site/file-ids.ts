import { hash } from "node:crypto";
import type { Report } from "#pipeline/report.ts";

/** The id of a content file: it depends on nothing but the file's own path. */
export function fileId(path: string): string {
  return hexOf(path.normalize("NFC"));
}

/**
 * Gives every path its id. Two paths that are the same in Unicode's composed form are told; the one that is not in
 * that form gets an id of its own bytes.
 */
export function fileIds(paths: readonly string[], report: Report): string[] {
  // Only what is not in ASCII has several forms.
  if (paths.every((path) => ASCII.test(path))) return paths.map(hexOf);
  const owners = new Map<string, string>();
  const composed = paths.filter((path) => path === path.normalize("NFC"));
  const ids = new Map<string, string>();
  for (const path of [...composed, ...paths]) {
    if (ids.has(path)) continue;
    let id = fileId(path);
    const twin = owners.get(id);
    for (let salt = ""; owners.has(id); salt += "/") id = hexOf(path + salt);
    if (twin) report.problem(path, 1, `“${twin}” has the same name in other bytes. Rename one.`);
    owners.set(id, path);
    ids.set(path, id);
  }
  return paths.map((path) => ids.get(path) ?? fileId(path));
}

const ASCII = /^[\0-\x7f]*$/;

function hexOf(text: string): string {
  // Of its own: a part of the whole digest's text would keep that in memory, and there may be a million.
  return hash("sha256", text, "buffer").toString("hex", 0, 10);
}
