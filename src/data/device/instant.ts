/** Writes a moment as the model's instants are: RFC 3339 in UTC, to the second. */
export function instantOf(date: Date): string {
  return `${date.toISOString().slice(0, 19)}Z`;
}
