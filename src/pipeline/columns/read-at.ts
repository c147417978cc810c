import { readSync } from "node:fs";

/** Fills a buffer with what a file of texts has from a place on. */
export function readAt(file: number, bytes: Buffer, start: number): void {
  let done = 0;
  while (done < bytes.length) {
    const read = readSync(file, bytes, done, bytes.length - done, start + done);
    if (read === 0) throw new Error("A file of texts was cut short while it was in use.");
    done += read;
  }
}
