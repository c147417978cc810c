import { closest, distance } from "fastest-levenshtein";

const FARTHEST = 3;

/** Finds the known name that a written one is likely meant to be; null where none is near. */
export function nearestName(written: string, known: readonly string[]): string | null {
  const nearest = closest(written, known);
  const edits = distance(written, nearest);
  return edits <= FARTHEST && edits * 2 < written.length ? nearest : null;
}
