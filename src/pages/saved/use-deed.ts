import type { Undo } from "#data/device/read-later.ts";
import { useTell } from "#ui/tell.tsx";

/** Gives the function that does something, and says that it is done with the way back, or why it could not be. */
export function useDeed(): (deed: Promise<Undo>, words: string) => void {
  const tell = useTell();
  const failed = (error: Error) => tell({ text: error.message });
  return (deed, words) => {
    void deed.then((undo) => tell({ text: words, undo: () => void undo().catch(failed) }), failed);
  };
}
