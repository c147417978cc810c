import { isCovered } from "./covered.ts";

/** After so long nobody waits for what a key asked for any more. */
const PATIENCE_MS = 5_000;
const MOST = 8;

let kept: KeyboardEvent[] = [];

/** What closed something that lay open then is no command later either. */
function keep(event: KeyboardEvent): void {
  if (!isCovered()) kept = [...kept.slice(1 - MOST), event];
}

/** Keeps the keys that are pressed until what reads them is there. */
export function keepEarlyKeys(): void {
  addEventListener("keydown", keep);
}

export function hasEarlyKeys(): boolean {
  return kept.length > 0;
}

/** Gives the keys that were pressed meanwhile, and keeps no more of them. A page that Space turned is turned already. */
export function takeEarlyKeys(): readonly KeyboardEvent[] {
  removeEventListener("keydown", keep);
  const early = kept;
  kept = [];
  return early.filter(
    ({ key, timeStamp }) => key !== " " && performance.now() - timeStamp < PATIENCE_MS,
  );
}
