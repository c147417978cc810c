/**
 * `absent`: not saved on this device. `missing`: the record is here, its text is lost. `damaged`: the text can't be
 * read. `newer`: written by a newer version of Offprint. `denied`: the browser gives no access. `unloaded`: a part of
 * the app itself could not be loaded.
 */
export type SavedErrorKind = "absent" | "missing" | "damaged" | "newer" | "denied" | "unloaded";

const WORDS: Record<SavedErrorKind, string> = {
  absent: "This article is not saved on this device. Open it in the edition and save it there.",
  missing: "The text of this saved article is gone from this device. Save it again.",
  damaged: "The text of this saved article is damaged. Save it again.",
  newer: "This article was saved by a newer version of Offprint. Reload to get that version.",
  denied: "The browser denies access to its storage. Allow this site to store data.",
  unloaded: "A part of Offprint could not be loaded. Go online and reload.",
};

/** Says why a saved article can't be opened or taken out. */
export class SavedError extends Error {
  override readonly name = "SavedError";
  readonly kind: SavedErrorKind;

  constructor(kind: SavedErrorKind, options?: ErrorOptions) {
    super(WORDS[kind], options);
    this.kind = kind;
  }
}
