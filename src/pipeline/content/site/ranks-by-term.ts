import type { Pages } from "./pages.ts";

/** The ranks of each term's stories, from the terms of all stories. */
export function ranksByTerm(
  pages: Pages,
  stories: Uint32Array,
  rankStarts: Uint32Array,
): Uint32Array {
  const ranks = new Uint32Array(rankStarts.at(-1) ?? 0);
  const ends = rankStarts.slice();
  for (let rank = 0; rank < stories.length; rank++) {
    pages.eachTermOf(stories[rank] ?? 0, (term) => {
      const end = ends[term] ?? 0;
      ranks[end] = rank;
      ends[term] = end + 1;
    });
  }
  return ranks;
}

/** Where the ranks of each term begin, and behind the last term their number. */
export function startsOf(pages: Pages, stories: Uint32Array): Uint32Array {
  const starts = new Uint32Array(pages.termBound + 1);
  for (const story of stories) {
    pages.eachTermOf(story, (term) => {
      starts[term + 1] = (starts[term + 1] ?? 0) + 1;
    });
  }
  for (let term = 1; term < starts.length; term++) {
    starts[term] = (starts[term] ?? 0) + (starts[term - 1] ?? 0);
  }
  return starts;
}
