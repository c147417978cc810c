import { createHash } from "node:crypto";
import { closeSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from "node:fs";
import { dirname, join } from "node:path";
import { deserialize, serialize } from "node:v8";
import { dataAddress } from "#model/address.ts";
import { digestOf } from "#pipeline/edition/digest.ts";
import type { EditionNotes } from "#pipeline/edition/former.ts";
import { INVENTORY, MARKER } from "#pipeline/edition/inventory.ts";
import { packRows, Rows } from "./columns.ts";
import type { FileNote, StoryNote } from "./notes.ts";
import { Words } from "./words.ts";

/** Below the edition's folder, where it goes when the edition does. */
export const LEDGER = join(MARKER, "ledger");
/** So many files' notes are packed together: few enough that those beside a changed one are soon packed anew. */
export const SHARD = 512;

/** What stands at the end of a ledger: all but the notes of files and stories. */
type Closing = {
  /** Of all that an edition depends on beside its content and the time. */
  readonly key: string;
  /** The moment of the build, in milliseconds. */
  readonly now: number;
  /** Digests of what sections hand down, and of what else all articles take from the folder as a whole. */
  readonly handed: string;
  readonly whole: string;
  /** By shard, how many of its stories are in the lists. */
  readonly listed: readonly number[];
  /** Of the edition's own list of its files and its manifest: another run would have changed them. */
  readonly state: string;
  readonly edition: EditionNotes;
  /** Of the listed stories, in the order of their files, the numbers in the lists. */
  readonly numbers: Uint32Array;
  /** What many notes have, each once. */
  readonly words: readonly string[];
  /** Start and length of each shard's notes. */
  readonly files: readonly Stretch[];
  readonly stories: readonly Stretch[];
};
type Stretch = readonly [start: number, length: number];

/** What the run before noted, opened. */
export type Ledger = Closing & {
  readonly filesIn: (shard: number) => Rows<FileNote>;
  readonly storiesIn: (shard: number) => Rows<StoryNote>;
  /** The notes of a shard as they stand in the file. */
  readonly packed: (kind: "files" | "stories", shard: number) => Uint8Array;
};

/** The last bytes: the length of the closing, and the digest of all before it. */
const FOOTER = 4 + 32;

/** Opens an edition's ledger; null where there is none that holds for this key, this time, and the edition as it stands. */
export function openLedger(out: string, key: string, now: Date): Ledger | null {
  try {
    const bytes = readFileSync(join(out, LEDGER));
    const end = bytes.length - FOOTER;
    const digest = createHash("sha256").update(bytes.subarray(0, end)).digest();
    if (!digest.equals(bytes.subarray(end + 4))) return null;
    const closing: Closing = deserialize(bytes.subarray(end - bytes.readUInt32LE(end), end));
    const isOurs = closing.key === key && closing.state === stateOf(out);
    if (!isOurs || closing.now > now.getTime()) return null;
    const packed = (kind: "files" | "stories", shard: number) => {
      const [start, length] = closing[kind][shard] ?? [0, 0];
      return bytes.subarray(start, start + length);
    };
    return {
      ...closing,
      packed,
      filesIn: (shard) => new Rows<FileNote>(packed("files", shard), closing.words),
      storiesIn: (shard) => new Rows<StoryNote>(packed("stories", shard), closing.words),
    };
  } catch {
    // Missing, cut short or of another Node: everything is made anew, and a ledger with it.
    return null;
  }
}

/** Writes a ledger, shard by shard, so that it never stands in memory whole. */
export class LedgerWriter {
  readonly #path: string;
  readonly #file: number;
  readonly #words: Words;
  readonly #hash = createHash("sha256");
  readonly #stretches: Record<"files" | "stories", Stretch[]> = { files: [], stories: [] };
  #size = 0;
  #isOpen = true;

  /** `path` is a file on the edition's file system, and `words` those of a ledger of which notes are taken over. */
  constructor(path: string, words: readonly string[] = []) {
    this.#path = path;
    this.#words = new Words(words);
    mkdirSync(dirname(path), { recursive: true });
    this.#file = openSync(path, "w");
  }

  /** Adds the notes of the next shard. */
  add(kind: "files", rows: readonly FileNote[]): void;
  add(kind: "stories", rows: readonly StoryNote[]): void;
  add(kind: "files" | "stories", rows: readonly Readonly<Record<string, unknown>>[]): void {
    this.addPacked(kind, packRows(rows, this.#words));
  }

  addPacked(kind: "files" | "stories", bytes: Uint8Array): void {
    this.#stretches[kind].push([this.#size, bytes.length]);
    this.#write(bytes);
  }

  /** Puts the ledger in place. The edition must be in place already. */
  close(out: string, closing: Omit<Closing, "state" | "words" | "files" | "stories">): void {
    const state = stateOf(out);
    const whole: Closing = { ...closing, ...this.#stretches, state, words: this.#words.all };
    const bytes = serialize(whole);
    const length = Buffer.alloc(4);
    length.writeUInt32LE(bytes.length);
    this.#write(bytes);
    const digest = this.#hash.digest();
    writeSync(this.#file, Buffer.concat([length, digest]));
    this.dismiss();
    renameSync(this.#path, join(out, LEDGER));
  }

  /** Lets go of a ledger that is not to be. */
  dismiss(): void {
    if (this.#isOpen) closeSync(this.#file);
    this.#isOpen = false;
  }

  #write(bytes: Uint8Array): void {
    this.#hash.update(bytes);
    for (let done = 0; done < bytes.length; ) done += writeSync(this.#file, bytes, done);
    this.#size += bytes.length;
  }
}

function stateOf(out: string): string {
  const parts = [join(MARKER, INVENTORY), dataAddress.manifest()];
  return parts.map((path) => digestOf(readFileSync(join(out, path)))).join(" ");
}
