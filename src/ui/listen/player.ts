import type { Sentence } from "#model/spoken.ts";
import { cutForVoice } from "#model/voice-pieces.ts";

export type PlayerState = {
  readonly status: "paused" | "playing" | "ended";
  /** The number of the sentence that is read, or is next. */
  readonly at: number;
  /** Why it stopped by itself: the browser wants a press first, or the voice failed. */
  readonly failure: "denied" | "voice" | null;
};

/** How it is read. */
type Tuning = {
  /** A multiple of the voice's own pace. */
  readonly pace: number;
  readonly voiceFor: (language: string | undefined) => SpeechSynthesisVoice | null;
};

export type Player = {
  readonly subscribe: (listener: () => void) => () => void;
  readonly getSnapshot: () => PlayerState;
  /** From a sentence, or from the beginning of the one at which it stopped. */
  readonly play: (at?: number) => void;
  readonly pause: () => void;
  /** Goes on or back by so many sentences; where it plays, it plays on from there. */
  readonly step: (by: number) => void;
  /** Goes to the next paragraph. */
  readonly skip: () => void;
  /** Applies at once: where it is another pace or another voice, the sentence is begun again. */
  readonly tune: (tuning: Tuning) => void;
};

/** So many letters a remote voice says in less than the 15 seconds after which Chromium ends it, at its own pace. */
const REMOTE_LETTERS = 120;
const LOCAL_LETTERS = 1_000;
/** Some browsers lose what is said right after something was broken off. */
const BREATH_MS = 60;
/** A voice that has said nothing for so long will not. */
const PATIENCE_MS = 6_000;

/**
 * Reads sentences aloud, one after another. It never asks the browser to pause: on Android nothing pauses, and in
 * Chromium a remote voice never goes on. It breaks off instead, and begins the sentence again.
 */
export function createPlayer(sentences: readonly Sentence[], synth: SpeechSynthesis): Player {
  const listeners = new Set<() => void>();
  let state: PlayerState = { status: "paused", at: 0, failure: null };
  let tuning: Tuning = { pace: 1, voiceFor: () => null };
  // What was said before the last change has no say any more: breaking off tells of an error, or of an end.
  let turn = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  // Chromium forgets to tell the end of an utterance that nobody holds.
  let held: SpeechSynthesisUtterance | null = null;

  function become(next: Partial<PlayerState>): void {
    state = { ...state, ...next };
    for (const listener of listeners) listener();
  }

  function voiceNow(): string | undefined {
    return tuning.voiceFor(sentences[state.at]?.language)?.voiceURI;
  }

  function breakOff(): boolean {
    turn += 1;
    clearTimeout(timer);
    const wasSpeaking = synth.speaking || synth.pending;
    if (wasSpeaking || held) synth.cancel();
    held = null;
    return wasSpeaking;
  }

  function begin(): void {
    const wasSpeaking = breakOff();
    const sentence = sentences[state.at];
    if (!sentence) return;
    const voice = tuning.voiceFor(sentence.language);
    const most = voice?.localService === false ? REMOTE_LETTERS * tuning.pace : LOCAL_LETTERS;
    const pieces = cutForVoice(sentence.spoken, most);
    const mine = turn;
    if (wasSpeaking) timer = setTimeout(() => say(pieces, 0, mine), BREATH_MS);
    else say(pieces, 0, mine);
  }

  function say(pieces: readonly string[], at: number, mine: number, isAgain = false): void {
    const piece = pieces[at];
    if (mine !== turn) return;
    if (piece === undefined) goOn();
    else
      speak(piece, {
        onEnd: () => say(pieces, at + 1, mine),
        onSilence: () => (isAgain ? fail("synthesis-failed") : say(pieces, at, mine, true)),
      });
  }

  /** Says a piece; what it calls is called only where nothing else was begun meanwhile. */
  function speak(
    piece: string,
    { onEnd, onSilence }: { onEnd: () => void; onSilence: () => void },
  ): void {
    const utterance = new SpeechSynthesisUtterance(piece);
    const language = sentences[state.at]?.language;
    const voice = tuning.voiceFor(language);
    utterance.voice = voice;
    utterance.lang = voice?.lang ?? language ?? "";
    utterance.rate = tuning.pace;
    utterance.onstart = () => {
      if (held === utterance) clearTimeout(timer);
    };
    utterance.onend = () => {
      if (held === utterance) onEnd();
    };
    utterance.onerror = ({ error }) => {
      if (held === utterance) fail(error);
    };
    held = utterance;
    // One that was left paused by another page of the same browser stays so.
    if (synth.paused) synth.resume();
    synth.speak(utterance);
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (held !== utterance || synth.speaking) return;
      held = null;
      synth.cancel();
      onSilence();
    }, PATIENCE_MS);
  }

  function goOn(): void {
    clearTimeout(timer);
    held = null;
    const at = state.at + 1;
    if (at < sentences.length) {
      become({ at });
      begin();
    } else {
      breakOff();
      become({ status: "ended" });
    }
  }

  function fail(error: SpeechSynthesisErrorEvent["error"]): void {
    breakOff();
    // Another tab or a call took the voice: that is a pause.
    const isTaken = error === "canceled" || error === "interrupted" || error === "audio-busy";
    const failure = error === "not-allowed" ? "denied" : "voice";
    become({ status: "paused", failure: isTaken ? null : failure });
  }

  function goTo(at: number): void {
    const within = Math.max(0, Math.min(at, sentences.length - 1));
    if (state.status === "playing") {
      become({ at: within, failure: null });
      begin();
    } else become({ at: within, status: "paused", failure: null });
  }

  return {
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    getSnapshot: () => state,
    play: (at) => {
      const from = at ?? (state.status === "ended" ? 0 : state.at);
      become({ status: "playing", at: from, failure: null });
      begin();
    },
    pause: () => {
      breakOff();
      if (state.status === "playing") become({ status: "paused" });
    },
    step: (by) => goTo(state.at + by),
    skip: () => {
      const block = sentences[state.at]?.block;
      const next = sentences.findIndex((each, at) => at > state.at && each.block !== block);
      goTo(next < 0 ? sentences.length - 1 : next);
    },
    tune: (next) => {
      const before = { pace: tuning.pace, voice: voiceNow() };
      tuning = next;
      // Browsers tell of their voices again and again: that alone is no reason to begin anew.
      const isOther = before.pace !== next.pace || before.voice !== voiceNow();
      if (state.status === "playing" && isOther) begin();
    },
  };
}
