import type { Terminal } from "./terminal.ts";

const INTERVAL_MS = 100;

/** Makes what shows how far a run is; it shows nothing where nobody is looking. */
export function progressOn(
  terminal: Terminal,
  clock: () => number,
): (done: number, total: number) => void {
  const { show } = terminal;
  let shownAt = Number.NEGATIVE_INFINITY;
  return (done, total) => {
    if (!show || (done < total && clock() - shownAt < INTERVAL_MS)) return;
    shownAt = clock();
    const counts = `${done.toLocaleString("en")} of ${total.toLocaleString("en")} articles`;
    show(done < total ? `Reading ${counts}` : `Read ${counts}; writing the lists`);
  };
}
