import type { VoiceChoice } from "#model/voice.ts";
import { useLanguage, useMessages } from "#ui/messages/messages.tsx";
import messages from "./listen-bar.messages.json";
import type { PlayerState } from "./player.ts";

/** What is to be said of what can't be done, or is over. */
export function useNotice(
  choice: VoiceChoice<SpeechSynthesisVoice> | null,
  sentences: number,
  { status, failure }: PlayerState,
  tag: string | undefined,
): string {
  const { say } = useMessages(messages);
  const { locale } = useLanguage();
  const language = tag === undefined ? say("anyLanguage") : nameOf(tag, locale);
  if (sentences === 0) return say("noText");
  if (choice === null) return say("looking");
  if ("missing" in choice) {
    if (choice.missing === "network") return say("offline", { language });
    return window.speechSynthesis.getVoices().length === 0
      ? say("noVoices")
      : say("noVoice", { language });
  }
  if (failure !== null) return say(failure === "denied" ? "denied" : "failed");
  return status === "ended" ? say("ended") : "";
}

/** A language as the interface calls it; its tag where nobody knows it. */
function nameOf(tag: string, locale: string): string {
  try {
    return new Intl.DisplayNames([locale], { type: "language" }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}
