/**
 * Gives what `read` makes of each item, in the items' order, with up to `width` reads under way, so that a slow disk
 * does not stall the work and memory stays bounded.
 *
 * `read` must not reject: a failure that is noticed before its turn would end the process.
 */
export async function* readAhead<T, R>(
  items: readonly T[],
  width: number,
  read: (item: T) => Promise<R>,
): AsyncGenerator<R> {
  const underWay: Promise<R>[] = [];
  let next = 0;
  while (next < items.length || underWay.length > 0) {
    for (const item of items.slice(next, next + width - underWay.length)) {
      underWay.push(read(item));
      next += 1;
    }
    const first = underWay.shift();
    if (first) yield await first;
  }
}
