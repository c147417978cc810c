import * as v from "valibot";

/** Says that a value from outside (a file, a response, storage) does not have the form it should have. */
export class FormatError extends Error {
  override readonly name = "FormatError";
  /** What was being read, in the words of the person who reads the message: "article", "manifest". */
  readonly what: string;
  /** Where in the value the first fault is, as `a.b.0`; empty for the value itself. */
  readonly at: string;

  constructor(what: string, at: string, expected: string) {
    super(`The ${what} is not in the form it should have${at ? ` at “${at}”` : ""}: ${expected}.`);
    this.what = what;
    this.at = at;
  }
}

/** Says that a value was made by a newer version of Offprint than the one that reads it. */
export class NewerVersionError extends Error {
  override readonly name = "NewerVersionError";

  constructor(what: string, found: number, known: number) {
    super(`The ${what} has version ${found}; this version of Offprint reads up to ${known}.`);
  }
}

/**
 * Reads a value of unknown origin through a schema.
 *
 * @throws FormatError where the value does not fit.
 */
export function parseAs<const S extends v.GenericSchema>(
  schema: S,
  value: unknown,
  what: string,
): v.InferOutput<S> {
  const result = v.safeParse(schema, value, { abortEarly: true });
  if (result.success) return result.output;
  const issue = result.issues[0];
  const at = (issue.path ?? []).map((step) => String(step.key)).join(".");
  throw new FormatError(what, at, issue.message);
}

/**
 * Checks the `v` of a stored or published value before its schema is applied.
 *
 * @throws NewerVersionError where `v` is above what is known; a missing or odd `v` is left to the schema.
 */
export function checkVersion(value: unknown, known: number, what: string): void {
  if (typeof value !== "object" || value === null || !("v" in value)) return;
  if (typeof value.v === "number" && value.v > known) {
    throw new NewerVersionError(what, value.v, known);
  }
}
