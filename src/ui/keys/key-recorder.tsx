import { HotkeySequenceRecorder } from "@tanstack/hotkeys";
import { useEffect, useEffectEvent } from "react";

/** A second key may follow for so long. */
const WAIT_MS = 900;

/** Hears which keys the reader presses, and gives them; null where they press Esc. */
export function KeyRecorder({
  words,
  onKeys,
}: {
  words: string;
  onKeys: (keys: string | null) => void;
}) {
  const tell = useEffectEvent(onKeys);
  useEffect(() => {
    const recorder = new HotkeySequenceRecorder({
      // What is typed, as keys are bound.
      recordBy: "key",
      commitKeys: "none",
      idleTimeoutMs: WAIT_MS,
      onRecord: (sequence) => tell(sequence.join(" ")),
      onCancel: () => tell(null),
      onClear: () => tell(null),
    });
    recorder.start();
    return () => recorder.stop();
  }, []);
  return (
    <span role="status" className="text-small text-accent">
      {words}
    </span>
  );
}
