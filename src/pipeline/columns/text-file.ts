import { closeSync, openSync, writeSync } from "node:fs";
import { NumberColumn } from "./number-column.ts";
import { readAt } from "./read-at.ts";
import type { Texts } from "./text-column.ts";

/** Written in pieces of so many bytes: fewer never see the disk. */
const PIECE = 1 << 18;
/** Who asks for one text after another is read so many bytes ahead. */
const AHEAD = 1 << 14;

/**
 * A list of texts that stand in a file: memory holds where each begins. It is for those that are asked for one after
 * another, or seldom: any other costs a call of the system.
 */
export class TextFile implements Texts {
  readonly #pathOf: () => string;
  #file: number | null = null;
  /** Where each begins. */
  readonly #starts = new NumberColumn();
  #isAscii = true;
  /** What is not written yet, and where it will stand. */
  #waiting = Buffer.allocUnsafeSlow(PIECE);
  #used = 0;
  #written = 0;
  /** What was read ahead, and where it stands. */
  readonly #ahead = Buffer.allocUnsafeSlow(AHEAD);
  #aheadFrom = 0;
  #aheadTo = 0;
  #last = -1;

  /** `pathOf` is asked once there is more than waits in memory. */
  constructor(pathOf: () => string) {
    this.#pathOf = pathOf;
  }

  /** Whether no text has any but the 128 oldest characters. */
  get isAscii(): boolean {
    return this.#isAscii;
  }

  get count(): number {
    return this.#starts.count;
  }

  /** Adds a text, and gives its place. */
  push(text: string): number {
    const length = Buffer.byteLength(text);
    if (length !== text.length) this.#isAscii = false;
    if (this.#used + length > this.#waiting.length) this.#makeRoom(length);
    const start = this.#written + this.#used;
    this.#used += this.#waiting.write(text, this.#used, length === text.length ? "latin1" : "utf8");
    return this.#starts.push(start);
  }

  /** The text at a place, which must have one. */
  at(place: number): string {
    if (place >= this.count) return "";
    const isNext = place === this.#last + 1;
    this.#last = place;
    const start = this.#starts.at(place);
    const end = place + 1 < this.count ? this.#starts.at(place + 1) : this.#written + this.#used;
    if (start >= this.#written)
      return this.#text(this.#waiting, start - this.#written, end - start);
    if (start < this.#aheadFrom || end > this.#aheadTo) {
      if (!isNext || end - start > AHEAD) return this.#readAlone(start, end - start);
      this.#readAhead(start);
    }
    return this.#text(this.#ahead, start - this.#aheadFrom, end - start);
  }

  /** Lets go of the file. */
  close(): void {
    if (this.#file !== null) closeSync(this.#file);
    this.#file = null;
  }

  #readAhead(start: number): void {
    const to = Math.min(start + AHEAD, this.#written);
    this.#aheadTo = 0;
    this.#read(this.#ahead.subarray(0, to - start), start);
    [this.#aheadFrom, this.#aheadTo] = [start, to];
  }

  #readAlone(start: number, length: number): string {
    const bytes = Buffer.allocUnsafe(length);
    this.#read(bytes, start);
    return this.#text(bytes, 0, length);
  }

  #read(bytes: Buffer, start: number): void {
    if (this.#file === null) throw new Error("A file of texts was asked after it was closed.");
    readAt(this.#file, bytes, start);
  }

  #text(bytes: Buffer, from: number, length: number): string {
    return bytes.toString(this.#isAscii ? "latin1" : "utf8", from, from + length);
  }

  /** Writes what waits, so that so many bytes have room. */
  #makeRoom(length: number): void {
    this.#file ??= openSync(this.#pathOf(), "w+");
    for (let done = 0; done < this.#used; ) {
      const [left, to] = [this.#used - done, this.#written + done];
      done += writeSync(this.#file, this.#waiting, done, left, to);
    }
    this.#written += this.#used;
    this.#used = 0;
    if (length > this.#waiting.length) this.#waiting = Buffer.allocUnsafeSlow(length);
  }
}
