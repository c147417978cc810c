import type { ReadBackup } from "./backup-file.ts";
import type { Refusal } from "./reason.ts";
import type { Arrival, Fault } from "./row.ts";

/** What one file brings. */
export type Cargo = {
  readonly file: string;
  /** What kind of file it is, by its content. */
  readonly format: Format;
  /** Rows or entries, those that can't be read included. */
  readonly rows: number;
  readonly arrivals: readonly Arrival[];
  readonly faults: readonly Fault[];
  /** What a backup holds; null for files of other programs. */
  readonly backup: ReadBackup | null;
};

/** A kind of file: `backup` of Offprint, `bookmarks` of a browser, else by its name in every language. */
export type Format = "backup" | "bookmarks" | ProgramFormat;
export type ProgramFormat =
  | "Pocket (CSV)"
  | "Pocket (HTML)"
  | "Instapaper (CSV)"
  | "Readwise Reader (CSV)"
  | "Omnivore (ZIP)"
  | "Karakeep (JSON)"
  | "wallabag (JSON)"
  | "JSON Feed";

/** What is written into what is taken in, in the reader's language. */
export type TakingWords = {
  /** The label of what another program holds as a favourite. */
  readonly favourite: string;
  /** The title of what has neither a title nor an address. */
  readonly untitled: string;
  /** The heading above what was marked. */
  readonly highlights: string;
};

export type Reading = {
  readonly words: TakingWords;
  /** When it is taken in, as instants are. */
  readonly now: string;
  readonly onProgress?: (done: number, all: number) => void;
  readonly signal?: AbortSignal;
};

/** Says of a whole file that it can't be read, and why. */
export class CargoError extends Error {
  override readonly name = "CargoError";
  readonly refusal: Refusal;

  constructor(refusal: Refusal, options?: ErrorOptions) {
    super(refusal.kind, options);
    this.refusal = refusal;
  }
}
