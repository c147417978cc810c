import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { installPackage } from "./install-package.ts";

/** What is said where books can't be checked. */
export const NO_CHECKER =
  "Books are not checked: install epubcheck (Debian: apt-get install epubcheck).";

/** Finds epubcheck, which is Debian's package of that name: a Java archive. Undefined where it is not installed. */
function findChecker(): string | undefined {
  const folders = (process.env.PATH ?? "").split(delimiter);
  return folders.map((folder) => join(folder, "epubcheck")).find((path) => existsSync(path));
}

/** The same, and installs it where that can be done. */
export function bringChecker(): string | undefined {
  return findChecker() ?? (installPackage("epubcheck") ? findChecker() : undefined);
}

/**
 * Gives what epubcheck says of a book.
 *
 * @param skip skips the test with these words, where there is no epubcheck.
 */
export function checkBook(book: string, skip: (note: string) => never): string {
  const checker = findChecker() ?? skip(NO_CHECKER);
  // Debian's is a Java archive, which only some systems start by itself.
  const { stdout, stderr } = spawnSync("java", ["-jar", checker, book], { encoding: "utf8" });
  return stdout + stderr;
}
