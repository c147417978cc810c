import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";

/** Finds epubcheck, which is Debian's package of that name: a Java archive. Undefined where it is not installed. */
export function findChecker(): string | undefined {
  const folders = (process.env.PATH ?? "").split(delimiter);
  return folders.map((folder) => join(folder, "epubcheck")).find((path) => existsSync(path));
}
