import { useEffect, useRef } from "react";

/** What the keys of a keyboard, of headphones and of a locked screen do. */
type MediaDeeds = {
  readonly play: () => void;
  readonly pause: () => void;
  readonly nexttrack: () => void;
  readonly previoustrack: () => void;
  readonly seekforward: () => void;
  readonly seekbackward: () => void;
};

const ACTIONS = [
  "play",
  "pause",
  "nexttrack",
  "previoustrack",
  "seekforward",
  "seekbackward",
] as const satisfies readonly (keyof MediaDeeds)[];

/**
 * Tells the system what is read, and takes its media keys. Browsers hand these to a page that plays sound of its own, and
 * do not count voices: so silence is played beside the voice.
 */
export function useMediaKeys(
  title: string,
  source: string | undefined,
  isPlaying: boolean,
  deeds: MediaDeeds,
): void {
  const current = useRef(deeds);
  useEffect(() => {
    current.current = deeds;
  });
  useEffect(() => {
    const { mediaSession } = navigator;
    if (!mediaSession) return;
    mediaSession.metadata = new MediaMetadata({ title, artist: source ?? "" });
    for (const action of ACTIONS) setHandler(action, () => current.current[action]());
    return () => {
      mediaSession.metadata = null;
      mediaSession.playbackState = "none";
      for (const action of ACTIONS) setHandler(action, null);
    };
  }, [title, source]);
  const silence = useRef<HTMLAudioElement>(null);
  useEffect(() => {
    const { mediaSession } = navigator;
    if (!mediaSession) return;
    mediaSession.playbackState = isPlaying ? "playing" : "paused";
    if (!isPlaying) return;
    silence.current ??= new Audio(new URL("./silence.mp3", import.meta.url).href);
    const audio = silence.current;
    audio.loop = true;
    // Where it is not allowed, the keys do without.
    void audio.play().catch(() => undefined);
    return () => audio.pause();
  }, [isPlaying]);
}

/** Browsers refuse actions that they do not know. */
function setHandler(action: (typeof ACTIONS)[number], handler: (() => void) | null): void {
  try {
    navigator.mediaSession.setActionHandler(action, handler);
  } catch {
    // Then no such key is pressed either.
  }
}
