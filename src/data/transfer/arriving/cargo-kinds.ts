import type { ReadBackup } from "./backup-file.ts";
import type { Refusal } from "./reason.ts";
import type { Arrival, Fault } from "./row.ts";

/** What one file brings. */
export type Cargo = {
  readonly file: string;
  /** What kind of file it is, by its content. */
  readonly format: string;
  /** Rows or entries, those that can't be read included. */
  readonly rows: number;
  readonly arrivals: readonly Arrival[];
  readonly faults: readonly Fault[];
  /** What a backup holds; null for files of other programs. */
  readonly backup: ReadBackup | null;
};

export type Reading = {
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
