/** Why a picture can't become the edition's own; its message says so in a few words, for the report. */
export class PictureError extends Error {
  override readonly name = "PictureError";
  readonly kind: "silent" | "forbidden" | "refused" | "unusable";

  /**
   * `silent`: its host doesn't answer, today; `forbidden`: we don't ask such a host; `refused`: the host doesn't give it;
   * `unusable`: it gave no picture, or none that can be used.
   */
  constructor(kind: PictureError["kind"], message: string, options?: ErrorOptions) {
    super(message, options);
    this.kind = kind;
  }
}
