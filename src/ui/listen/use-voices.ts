import { useEffect, useState, useSyncExternalStore } from "react";

/** Voices come late: in Chromium the first answer is always that there are none. */
const LATEST_MS = 1_500;

/** The browser's voices; null while it is still looking for them. */
export function useVoices(synth: SpeechSynthesis): readonly SpeechSynthesisVoice[] | null {
  const [voices, setVoices] = useState(() => synth.getVoices());
  const [isLate, setLate] = useState(false);
  useEffect(() => {
    const look = () => setVoices(synth.getVoices());
    look();
    const timer = setTimeout(() => {
      look();
      setLate(true);
    }, LATEST_MS);
    // Older Safari's is no target of events.
    synth.addEventListener?.("voiceschanged", look);
    return () => {
      clearTimeout(timer);
      synth.removeEventListener?.("voiceschanged", look);
    };
  }, [synth]);
  return voices.length > 0 || isLate ? voices : null;
}

/** Whether there is a network, as far as the browser knows. */
export function useIsOnline(): boolean {
  return useSyncExternalStore(subscribe, () => navigator.onLine);
}

function subscribe(listener: () => void): () => void {
  window.addEventListener("online", listener);
  window.addEventListener("offline", listener);
  return () => {
    window.removeEventListener("online", listener);
    window.removeEventListener("offline", listener);
  };
}
