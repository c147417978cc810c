import { hash } from "node:crypto";

/** Gives the 16 hexadecimal digits by which a published file is named: the start of its SHA-256. */
export function digestOf(bytes: string | Uint8Array): string {
  // Of its own: a part of the whole digest's text would keep that in memory.
  return hash("sha256", bytes, "buffer").toString("hex", 0, 8);
}

/** Gives a number from 0 to 4,294,967,295 that depends on the text alone; equal chances for each. */
export function hashOf(text: string): number {
  return Number.parseInt(hash("sha256", text).slice(0, 8), 16);
}
