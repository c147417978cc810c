/**
 * `absent`: not saved on this device. `lost`: the record is here, its text is not. `damaged`: the text can't be
 * read. `outdated`: the app is, for what was written by a newer version of Offprint. `denied`: the browser gives no access. `unloaded`: a part of
 * the app itself could not be loaded.
 */
export type SavedErrorKind = "absent" | "lost" | "damaged" | "outdated" | "denied" | "unloaded";

/** Says why a saved article can't be opened or taken out. */
export class SavedError extends Error {
  override readonly name = "SavedError";
  readonly kind: SavedErrorKind;

  constructor(kind: SavedErrorKind, options?: ErrorOptions) {
    super(kind, options);
    this.kind = kind;
  }
}
