import { startTransition, useEffect, useState } from "react";
import { createSubscribable } from "./device/subscribable.ts";

// On a first visit the page stands before the app runs: what it does not show waits until it has settled. Where the
// app begins with an empty page, nothing waits.

const { subscribe, notify } = createSubscribable();
let isQuiet = document.querySelector("[data-story],[data-article]") === null;

/** Lets everything begin that waited for the first view. */
export function endFirstView(): void {
  if (isQuiet) return;
  isQuiet = true;
  notify();
}

/** Says whether the first view stands, and what it did without may begin. */
export function useIsQuiet(): boolean {
  const [is, setIs] = useState(isQuiet);
  useEffect(() => {
    // Much comes at that moment: in slices, between which the page answers.
    const look = () => startTransition(() => setIs(isQuiet));
    look();
    return subscribe(look);
  }, []);
  return is;
}

/** Resolves when the first view stands. */
export function whenQuiet(): Promise<void> {
  return new Promise((resolve) => {
    if (isQuiet) resolve();
    const stop = subscribe(() => {
      stop();
      resolve();
    });
  });
}
