import { createHash } from "node:crypto";

/** Gives the 16 hexadecimal digits by which a published file is named: the start of its SHA-256. */
export function digestOf(bytes: string | Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex").slice(0, 16);
}

/** Gives a number from 0 to 4,294,967,295 that depends on the text alone; equal chances for each. */
export function hashOf(text: string): number {
  return createHash("sha256").update(text).digest().readUInt32BE(0);
}
