import type { TermStories } from "./edition.ts";
import type { Filter } from "./filter.ts";
import type { Term } from "./term.ts";

type Found = { readonly term: Term; readonly stories: TermStories };

/**
 * How many stories a filter of one term or two lets through, as their files say it without the places of all their
 * stories; null where they do not.
 *
 * @param stories how many the edition has
 */
export function countOfFew(
  { include, exclude, match }: Filter,
  found: readonly (TermStories | null)[],
  stories: number,
): number | null {
  const known = [...include, ...exclude].flatMap((term, index): Found[] => {
    const of = found[index];
    return of ? [{ term, stories: of }] : [];
  });
  const [first, second, ...more] = known;
  if (!first || more.length > 0 || known.length < include.length + exclude.length) return null;
  const { count } = first.stories;
  if (!second) return include.length === 1 ? count : stories - count;
  const shared = sharedBy(first, second);
  if (shared === null || include.length === 0) return null;
  if (include.length === 1) return count - shared;
  const isAnyOf =
    first.term.kind === second.term.kind && (first.term.kind !== "tag" || match === "any");
  return isAnyOf ? count + second.stories.count - shared : shared;
}

/** How many stories two terms share; null where neither's file says it. */
function sharedBy(a: Found, b: Found): number | null {
  return saidOf(a, b) ?? saidOf(b, a);
}

function saidOf(
  { stories: { beside } }: Found,
  { term, stories: { older } }: Found,
): number | null {
  // Those with which it shares none are left out.
  if (!beside || older.length === 0) return null;
  return beside.find(([kind, key]) => kind === term.kind && key === term.key)?.[2] ?? 0;
}
