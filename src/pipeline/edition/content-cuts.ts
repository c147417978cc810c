/** A run of items as [first, end), the end not included. */
export type Run = readonly [first: number, end: number];

/** How large a run may get, and how small the two parts of a cut may be; in the unit of `weight`. */
export type CutSize = { readonly least: number; readonly most: number };

/**
 * Cuts a sequence into runs at places that depend on the items, not on their number, so that an inserted item changes
 * one run or two and leaves all others as they were.
 *
 * A run that is too heavy is cut before its item with the lowest hash, and the parts likewise. With hashes spread
 * evenly and `most` four times `least`, a run weighs half of `most` on average. Only where no cut leaves both parts at
 * least `least` may a part be lighter.
 */
export function cutByContent(
  count: number,
  hash: (item: number) => number,
  size: CutSize,
  weight: (item: number) => number = () => 1,
): Run[] {
  const sums = new Float64Array(count + 1);
  for (let item = 0; item < count; item++) sums[item + 1] = (sums[item] ?? 0) + weight(item);
  const weigh = (first: number, end: number) => (sums[end] ?? 0) - (sums[first] ?? 0);
  const runs: Run[] = [];
  const open: Run[] = count > 0 ? [[0, count]] : [];
  for (let run = open.pop(); run; run = open.pop()) {
    const [first, end] = run;
    const cut = weigh(first, end) > size.most ? bestCut(run, hash, weigh, size.least) : null;
    if (cut === null) runs.push(run);
    else open.push([cut, end], [first, cut]);
  }
  return runs;
}

/** The item with the lowest hash before which the run can be cut, the first of equals; null for a single item. */
function bestCut(
  [first, end]: Run,
  hash: (item: number) => number,
  weigh: (first: number, end: number) => number,
  least: number,
): number | null {
  let best: number | null = null;
  let isBestRoomy = false;
  let lowest = Number.POSITIVE_INFINITY;
  for (let item = first + 1; item < end; item++) {
    const isRoomy = weigh(first, item) >= least && weigh(item, end) >= least;
    if (isBestRoomy && !isRoomy) continue;
    const value = hash(item);
    if (value < lowest || (isRoomy && !isBestRoomy)) {
      best = item;
      lowest = value;
      isBestRoomy = isRoomy;
    }
  }
  return best;
}
