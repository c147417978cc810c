import { useCallback, useEffect, useMemo } from "react";
import type { Settings } from "#model/settings.ts";
import { chooseVoice, primaryLanguage } from "#model/voice.ts";
import type { Player } from "./player.ts";
import { useIsOnline, useVoices } from "./use-voices.ts";

/** Lets the article's voice read, at the reader's pace; gives it, and all that there are. */
export function useTuning(
  player: Player,
  language: string | undefined,
  { pace, voices: chosen }: Settings,
) {
  const voices = useVoices(window.speechSynthesis);
  const isOnline = useIsOnline();
  const choose = useCallback(
    (own: string | undefined) =>
      chooseVoice(voices ?? [], own, chosen[primaryLanguage(own ?? "")], isOnline),
    [voices, chosen, isOnline],
  );
  const choice = useMemo(() => voices && choose(language), [voices, choose, language]);
  useEffect(() => {
    player.tune({
      pace,
      voiceFor: (own) => {
        const found = choose(own);
        if ("voice" in found) return found.voice;
        // A quotation in a language that no voice here speaks is read by that of the article.
        return choice && "voice" in choice ? choice.voice : null;
      },
    });
  }, [player, choose, choice, pace]);
  return { voices, choice };
}
