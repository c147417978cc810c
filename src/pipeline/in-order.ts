/**
 * Gives what is made for each number from 0 to `count`, in their order, with up to `width` of them under way: so results
 * do not pile up, however different the pieces of work are.
 */
export async function* inOrder<T>(
  count: number,
  width: number,
  make: (number: number) => Promise<T>,
): AsyncGenerator<T> {
  const underWay: Promise<T>[] = [];
  let next = 0;
  for (let given = 0; given < count; given++) {
    for (; next < count && underWay.length < width; next++) {
      const made = make(next);
      // It is awaited in its turn; a failure before that must not end the process.
      made.catch(() => undefined);
      underWay.push(made);
    }
    const first = underWay.shift();
    if (first) yield await first;
  }
}
