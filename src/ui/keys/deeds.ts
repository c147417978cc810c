import { useEffect, useSyncExternalStore } from "react";

/** What only the part of the page that is on the screen can do. */
type DeedName =
  | "allShown"
  | "nextUnread"
  | "palette"
  | "listen"
  | "sentenceOn"
  | "sentenceBack"
  | "paragraphOn"
  | "faster"
  | "slower";
/** What came of a deed may matter: false where there was nothing to do. */
type Deed = () => unknown;

const deeds = new Map<DeedName, Deed>();
const listeners = new Set<() => void>();

/** Lets a part of the page do something for as long as it is on the screen, and can do it. */
export function useDeed(name: DeedName, run: Deed | null): void {
  useEffect(() => {
    if (run === null) return;
    deeds.set(name, run);
    tell();
    return () => {
      if (deeds.get(name) === run) deeds.delete(name);
      tell();
    };
  }, [name, run]);
}

/** The deed, where anything on the screen can do it. */
export function deedNow(name: DeedName): Deed | undefined {
  return deeds.get(name);
}

/** The same for a component, which is drawn anew when that changes. */
export function useDeedNow(name: DeedName): Deed | undefined {
  return useSyncExternalStore(subscribe, () => deeds.get(name));
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function tell(): void {
  for (const listener of listeners) listener();
}
