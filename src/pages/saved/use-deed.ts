import type { Undo } from "#data/device/read-later.ts";
import { useSpeech } from "#ui/messages/messages.tsx";
import { copyFailure } from "#ui/story/copy-failure.ts";
import { useTell } from "#ui/tell.tsx";

/** Gives the function that does something, and says that it is done with the way back, or why it could not be. */
export function useDeed(): (deed: Promise<Undo>, words: string) => void {
  const speech = useSpeech();
  const tell = useTell();
  const failed = (error: Error) => tell({ text: copyFailure(error, speech) });
  return (deed, words) => {
    void deed.then((undo) => tell({ text: words, undo: () => void undo().catch(failed) }), failed);
  };
}
