/**
 * Why a file of the edition could not be had.
 *
 * `offline`: no answer; `missing`: there is no such file; `broken`: it is not what it should be; `newer`: it was made
 * by a newer version of Offprint than this one; `server`: the server answers that it can't.
 */
export type EditionErrorKind = "offline" | "missing" | "broken" | "newer" | "server";

/** Says that a file of the edition could not be had. */
export class EditionError extends Error {
  override readonly name = "EditionError";
  readonly kind: EditionErrorKind;
  /** Of the file, below the edition's base. */
  readonly address: string;

  constructor(kind: EditionErrorKind, address: string, message: string, cause?: unknown) {
    super(message, { cause });
    this.kind = kind;
    this.address = address;
  }
}
