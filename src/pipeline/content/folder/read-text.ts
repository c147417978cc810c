import { closeSync, constants, fstatSync, openSync, readSync } from "node:fs";
import { contentDigest, type Seen, standingIn } from "./seen.ts";
import { codeOf } from "./walk-folder.ts";

type Refused = { readonly reason: string; readonly line: number; readonly message: string };

/** A file's text, or why there is none. */
export type ReadText = { readonly text: string; readonly seen: Seen } | Refused;

const LARGEST_MB = 20;

/** The file itself, never what a link leads to; a pipe without a writer must not stop the run. */
const OPEN_FLAGS = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;

const UTF8 = new TextDecoder("utf-8", { fatal: true });

/**
 * Reads a regular file of at most 20 MB as UTF-8. Never throws.
 *
 * It waits for the disk: the way to a thread and back takes longer than to read a small file of a folder that was just
 * listed, and where there are many, several threads read.
 */
export function readText(absolute: string): ReadText {
  let file: number | null = null;
  try {
    file = openSync(absolute, OPEN_FLAGS);
    const stat = fstatSync(file);
    if (!stat.isFile()) return refused("no regular file", "This is no regular file. Replace it.");
    if (stat.size > LARGEST_MB * 1024 * 1024) return tooLarge(stat.size);
    const bytes = readWhole(file, stat.size);
    const text = decode(bytes);
    if (typeof text !== "string") return text;
    return { text, seen: { digest: contentDigest(bytes), ...standingIn(stat) } };
  } catch (cause) {
    const code = codeOf(cause);
    return refused(
      `unreadable (${code})`,
      `The file can't be read (${code}). Give read permission.`,
    );
  } finally {
    if (file !== null) closeSync(file);
  }
}

function readWhole(file: number, size: number): Uint8Array {
  const buffer = Buffer.allocUnsafe(size);
  let filled = 0;
  while (filled < size) {
    const bytesRead = readSync(file, buffer, filled, size - filled, filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return buffer.subarray(0, filled);
}

function tooLarge(size: number): Refused {
  const megabytes = Math.ceil(size / 1024 / 1024);
  return refused(
    `too large (${megabytes} MB)`,
    `The file has ${megabytes} MB, more than the ${LARGEST_MB} MB that an article may have. Split it.`,
  );
}

function decode(bytes: Uint8Array): string | Refused {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
    return refused("UTF-16", "The file is in UTF-16. Save it as UTF-8.");
  }
  const text = decodeUtf8(bytes);
  if (text === null) {
    const line = lineOfFault(bytes);
    return refused("invalid UTF-8", "The file is not valid UTF-8 here. Save it as UTF-8.", line);
  }
  const nul = text.indexOf("\0");
  if (nul < 0) return text;
  const line = text.slice(0, nul).split("\n").length;
  return refused(
    "not a text file",
    "There is a NUL byte here: this is no text file. Remove it.",
    line,
  );
}

function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return UTF8.decode(bytes);
  } catch {
    return null;
  }
}

/** Takes the first replacement character for the fault; a file that has real ones earlier is told of those. */
function lineOfFault(bytes: Uint8Array): number {
  const text = new TextDecoder("utf-8").decode(bytes);
  return text.slice(0, text.indexOf("\uFFFD")).split("\n").length;
}

function refused(reason: string, message: string, line = 1): Refused {
  return { reason, line, message };
}
