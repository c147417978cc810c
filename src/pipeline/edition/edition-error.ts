/** Says why no edition was written: what was there before is untouched. */
export class EditionError extends Error {
  override readonly name = "EditionError";
  /** `foreign`: the folder holds files of others; `nested`: content and edition lie in each other; `empty`: no story. */
  readonly kind: "foreign" | "nested" | "empty";

  constructor(kind: EditionError["kind"], message: string) {
    super(message);
    this.kind = kind;
  }
}
