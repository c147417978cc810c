import { accessSync, constants, statfsSync } from "node:fs";
import { tmpdir } from "node:os";

/** Where Linux keeps files in memory. */
const MEMORY = "/dev/shm";
/** Bytes that must be free there: some times what all tests together keep at once. */
const ENOUGH = 4 * 1024 ** 3;

/**
 * The folder for what tests write, most of it thousands of small files: in memory, where a file is made twenty times
 * faster than on a disk, or that of the system where there is no such place or little room in it, as in most containers.
 */
export function scratchPlace(): string {
  // Who names one knows better.
  if (process.env.TMPDIR) return process.env.TMPDIR;
  try {
    accessSync(MEMORY, constants.W_OK);
    const { bavail, bsize } = statfsSync(MEMORY);
    return bavail * bsize >= ENOUGH ? MEMORY : tmpdir();
  } catch {
    return tmpdir();
  }
}
