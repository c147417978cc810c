/** The start of a list, newest first, and how many stories the whole of it has. */
export type ListStart = { readonly ids: readonly string[]; readonly total: number };

/** How many stories a list has that it had not; `isMore`: there may be more of them. */
export type News = { readonly count: number; readonly isMore: boolean };

/**
 * Counts the stories that a list has got: those above the first that stood there before, or as many as it has grown by,
 * since some are dated back.
 */
export function countNews(before: ListStart, now: ListStart): News {
  const known = new Set(before.ids);
  const first = now.ids.findIndex((id) => known.has(id));
  const above = first < 0 ? now.ids.length : first;
  const count = Math.max(above, now.total - before.total);
  return { count, isMore: first < 0 && count < now.total };
}
