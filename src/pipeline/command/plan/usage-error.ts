/** Says that a command was not used as it is meant to be: a wrong option, value or configuration. Exit code 2. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}
