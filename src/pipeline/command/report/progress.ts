import type { Terminal } from "./terminal.ts";

const INTERVAL_MS = 100;

/** Shows how far a run is. */
export type Progress = {
  readonly articles: (done: number, total: number) => void;
  readonly pictures: (done: number, total: number) => void;
};

/** Makes what shows how far a run is; it shows nothing where nobody is looking. */
export function progressOn(terminal: Terminal, clock: () => number): Progress {
  const { show } = terminal;
  let shownAt = Number.NEGATIVE_INFINITY;
  let articles = { done: 0, total: 0 };
  let pictures = "";
  const draw = (isEnd: boolean) => {
    if (!show || (!isEnd && clock() - shownAt < INTERVAL_MS)) return;
    shownAt = clock();
    const counts = `${words(articles)} articles${pictures}`;
    show(isEnd ? `Read ${counts}; writing the lists` : `Reading ${counts}`);
  };
  return {
    articles: (done, total) => {
      articles = { done, total };
      draw(done >= total);
    },
    pictures: (done, total) => {
      pictures = `, ${words({ done, total })} pictures`;
      draw(false);
    },
  };
}

function words({ done, total }: { done: number; total: number }): string {
  return `${done.toLocaleString("en")} of ${total.toLocaleString("en")}`;
}
