/** Says that a file of the edition before is not what a run left there, or is gone: whoever builds on that edition has to make it anew. */
export class DamagedError extends Error {
  override readonly name = "DamagedError";

  constructor(path: string) {
    super(`${path} is not as it was published.`);
  }
}
