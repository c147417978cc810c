import { useCallback, useEffect, useRef, useState } from "react";
import { useLocation } from "react-router-dom";
import type { Position, ReadingPlace } from "#model/position.ts";
import { quotedWords } from "#model/quoted-words.ts";
import { messagesOf, type Speech, useSpeech } from "#ui/messages/messages.tsx";
import { type Message, useTell } from "#ui/tell.tsx";
import { useCalendar } from "#ui/when.tsx";
import { wordsAt } from "./blocks.ts";
import { goToId } from "./handle-clicks.ts";
import { keepPlace, paneOf } from "./keep-place.ts";
import messages from "./reading-place.messages.json";

/** Where positions are kept. */
export type ReadingPlaces = {
  readonly get: (id: string) => Position | null;
  readonly set: (id: string, place: ReadingPlace) => void;
  readonly forget: (id: string) => void;
};

/**
 * Opens an article's text where the reader stopped, says so, and keeps where the reader is from then on. A link into the
 * text wins over that. Another article needs another component.
 *
 * @returns what the text's element is to be handed to when it is there.
 */
export function useReadingPlace(id: string, places: ReadingPlaces) {
  const { hash, key } = useLocation();
  const speech = useSpeech();
  const tell = useTell();
  const calendar = useCalendar();
  const body = useRef<HTMLElement>(null);
  const isOpen = useRef(false);
  const [arrival] = useState({ hash, isLoaded: key === "default" });
  useEffect(() => {
    // Of a text that is open already; that of one that is not yet there is looked at when it is.
    if (body.current) goToId(body.current, idIn(hash));
  }, [hash]);

  const open = useCallback(
    (text: HTMLElement) => {
      const around = paneOf(text);
      if (!around) return;
      if (goToId(text, idIn(arrival.hash))) return;
      // Who has begun to read before the app was there is left where that is.
      if (arrival.isLoaded && around.pane.scrollTop > 0) return;
      const kept = places.get(id);
      around.pane.scrollTop = 0;
      if (!kept || kept.isFinished) return;
      around.goTo(kept);
      if (around.pane.scrollTop === 0) return;
      text.dataset.placed = "";
      const words = wordsAt(text, kept);
      tell(continuedMessage(words, calendar.long(kept.at), speech, () => toTop(around.pane)));
    },
    [id, places, tell, calendar, speech, arrival],
  );

  return useCallback(
    (text: HTMLElement) => {
      body.current = text;
      if (!isOpen.current) open(text);
      isOpen.current = true;
      const stop = keepPlace(text, {
        onPlace: (place) => {
          // Whoever listens is where it is read, wherever they look meanwhile.
          if ("listening" in text.dataset) return;
          if (place) places.set(id, place);
          else places.forget(id);
        },
      });
      return () => {
        body.current = null;
        stop();
      };
    },
    [id, places, open],
  );
}

/** Says why an article opened where it did. */
function continuedMessage(
  words: string | null,
  day: string,
  speech: Speech,
  run: () => void,
): Message {
  const { say } = messagesOf(messages, speech);
  return {
    text: words ? say("at", { words: quotedWords(words), day }) : say("here", { day }),
    act: { label: say("toTop"), run },
  };
}

function toTop(pane: HTMLElement): void {
  pane.scrollTop = 0;
  pane.querySelector<HTMLElement>("h1")?.focus({ preventScroll: true });
}

function idIn(hash: string): string {
  try {
    return decodeURIComponent(hash.slice(1));
  } catch {
    return hash.slice(1);
  }
}
