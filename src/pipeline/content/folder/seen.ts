import { hash } from "node:crypto";
import { lstatSync, type Stats } from "node:fs";

/** By what a file is known again without being read: times in milliseconds since 1970, with fractions. */
export type Standing = {
  readonly size: number;
  readonly modified: number;
  /** When anything about it changed: its content, its name, its rights. */
  readonly changed: number;
  readonly inode: number;
};

/** A file's standing when it was opened, and the start of the SHA-256 of what it held: 16 hexadecimal digits. */
export type Seen = Standing & { readonly digest: string };

/** Clocks of file systems are coarse: what changed so shortly before it was looked at may change again unnoticed. */
const COARSE_MS = 2_000;

/** The standing that a file's stats tell; one that another change could leave the same is none that is ever met again. */
export function standingIn({ size, mtimeMs, ctimeMs, ino }: Stats, now = Date.now()): Standing {
  const isDoubtful = Math.max(mtimeMs, ctimeMs) > now - COARSE_MS;
  return { size, modified: isDoubtful ? -1 : mtimeMs, changed: ctimeMs, inode: ino };
}

/** Says whether a file still stands as it did. */
export function isAsSeen(absolute: string, standing: Standing): boolean {
  const stats = lstatSync(absolute, { throwIfNoEntry: false });
  if (stats === undefined) return false;
  return isSameStanding(standing, stats.size, stats.mtimeMs, stats.ctimeMs, stats.ino);
}

/** Says whether a file stands so. */
export function isSameStanding(
  standing: Standing,
  size: number,
  modified: number,
  changed: number,
  inode: number,
): boolean {
  return (
    standing.modified === modified &&
    standing.changed === changed &&
    standing.size === size &&
    standing.inode === inode
  );
}

/** By what a file's content is known again. */
export function contentDigest(bytes: Uint8Array): string {
  return hash("sha256", bytes, "hex").slice(0, 16);
}
