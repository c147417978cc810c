import { existsSync, mkdirSync, readdirSync, realpathSync, rmSync, statSync } from "node:fs";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import { EditionError } from "./edition-error.ts";
import { MARKER } from "./inventory.ts";

/**
 * Refuses a folder that an edition must not be written to.
 *
 * @throws EditionError where it holds files of others, or where it and the content folder lie in each other.
 */
export function checkOut(out: string, content: string): void {
  const [edition, source] = [realPath(out), realPath(content)];
  const fault = sayNested(edition, source, content);
  if (fault !== null) {
    throw new EditionError(
      "nested",
      `The edition can't be written to ${out}: ${fault}. Name a folder beside the content folder.`,
    );
  }
  if (!existsSync(out)) return;
  const isFolder = statSync(out).isDirectory();
  const names = isFolder ? readdirSync(out) : [];
  if (isFolder && (names.length === 0 || names.includes(MARKER))) return;
  throw new EditionError(
    "foreign",
    isFolder
      ? `The folder ${out} holds files that Offprint did not write (${names.slice(0, 3).join(", ")}), and none is overwritten. Name an empty or a new folder.`
      : `${out} is a file, and an edition is a folder. Name an empty or a new folder.`,
  );
}

/** Says how two folders lie in each other, and why that is no good; null where they don't. */
function sayNested(edition: string, source: string, content: string): string | null {
  if (edition === source) return "it is the content folder, and the articles would be overwritten";
  if (isWithin(edition, source))
    return `it lies inside the content folder ${content}, and a run would read what it wrote`;
  if (isWithin(source, edition))
    return `the content folder ${content} lies inside it, and the edition would mix with the articles`;
  return null;
}

/**
 * Makes an empty folder on the file system of `out`, to write an edition in or to keep what waits to be written, and
 * removes those of dead runs. `out` must have been checked.
 */
export function makeStagingFolder(out: string, purpose: "staging" | "waiting" | "ledger"): string {
  const parent = dirname(out);
  const isMounted =
    existsSync(out) && existsSync(parent) && statSync(out).dev !== statSync(parent).dev;
  const home = isMounted ? join(out, MARKER) : parent;
  mkdirSync(home, { recursive: true });
  const start = `.${basename(out)}.${purpose}-`;
  for (const name of readdirSync(home)) {
    if (!name.startsWith(start)) continue;
    const pid = Number(name.slice(start.length));
    if (pid === process.pid || !isAlive(pid))
      rmSync(join(home, name), { recursive: true, force: true });
  }
  const folder = join(home, `${start}${process.pid}`);
  mkdirSync(folder);
  return folder;
}

/** The path with all symbolic links followed, as far as it exists. */
function realPath(path: string): string {
  const whole = resolve(path);
  if (existsSync(whole)) return realpathSync(whole);
  const parent = dirname(whole);
  return parent === whole ? whole : join(realPath(parent), basename(whole));
}

function isWithin(inner: string, outer: string): boolean {
  const path = relative(outer, inner);
  return path === "" || !(path === ".." || path.startsWith(`..${sep}`) || resolve(path) === path);
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    // Signal 0 only asks.
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
