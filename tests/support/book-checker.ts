import { execFile } from "node:child_process";
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
 * Gives what epubcheck says of a book. Nothing waits for it that need not: a database that does not answer for some
 * seconds counts as denied.
 *
 * @param skip skips the test with these words, where there is no epubcheck.
 */
export async function checkBook(book: string, skip: (note: string) => never): Promise<string> {
  const checker = findChecker() ?? skip(NO_CHECKER);
  // Debian's is a Java archive, which only some systems start by itself.
  return new Promise((resolve) => {
    // Where it finds faults it ends with an error, and what it says is what counts.
    execFile("java", ["-jar", checker, book], (_, stdout, stderr) => resolve(stdout + stderr));
  });
}
