import { useEffect, useRef } from "react";
import { useOffline } from "#data/offline/offline.ts";
import { page } from "#model/address.ts";
import { localeOf } from "#model/language.ts";
import { messagesOf, useSpeech } from "#ui/messages/messages.tsx";
import { sizeWords } from "#ui/story/save-words.ts";
import { useTell } from "#ui/tell.tsx";
import messages from "./keep-watch.messages.json";

/** Says when stories have come that belong to what the reader keeps offline. They are fetched where the reader says so. */
export function KeepWatch({ edition }: { edition: string }) {
  const { choice, work, offer } = useOffline();
  const isIdle = work.kind === "none";
  const speech = useSpeech();
  const tell = useTell();
  // Once for each edition; what happens to be saved or read meanwhile is no reason to ask again.
  const asked = useRef<string | null>(null);
  useEffect(() => {
    if (choice === null || asked.current === edition || !navigator.onLine) return;
    asked.current = edition;
    // Who is choosing, or has just been told what came of it, knows; and must not lose sight of it.
    if (!isIdle) return;
    void offer(choice).then((made) => {
      if (made === null || made.lacking.stories === 0) return;
      const { stories, bytes } = made.lacking;
      const { say } = messagesOf(messages, speech);
      tell({
        text: say("toKeep", { count: stories, size: sizeWords(bytes, localeOf(speech.language)) }),
        way: { label: say("look"), to: { ...page.settings.to(), hash: "#offline" } },
      });
    });
  }, [choice, edition, isIdle, offer, tell, speech]);
  return null;
}
