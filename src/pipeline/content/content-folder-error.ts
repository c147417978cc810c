/** Says that a content folder can't be used at all: there is nothing to publish. */
export class ContentFolderError extends Error {
  override readonly name = "ContentFolderError";
  readonly kind: "missing" | "not-a-folder" | "unreadable" | "site" | "empty";

  constructor(kind: ContentFolderError["kind"], message: string, options?: ErrorOptions) {
    super(message, options);
    this.kind = kind;
  }
}
