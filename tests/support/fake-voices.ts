/** What a test hands to the page as the browser's voices. */
export type FakeVoice = { name: string; lang: string; localService: boolean };

/** What a test knows of them: it lets each utterance begin and end. */
export type FakeSpeech = {
  /** All that was to be said, in its order. */
  readonly said: { text: string; lang: string; rate: number; voice: string | null }[];
  /** How often it was broken off. */
  readonly cancelled: () => number;
  readonly isSpeaking: () => boolean;
  /** Lets what is said come to its end. */
  readonly end: () => void;
  readonly fail: (error: string) => void;
  /** Gives the browser other voices, as they come late. */
  readonly become: (voices: readonly FakeVoice[]) => void;
};

/**
 * Puts voices into a page, that of a test or one in Chromium: so it uses nothing from outside of itself. As browsers do,
 * breaking off tells of an error, and what is said takes until `end`.
 */
export function installVoices(given: readonly FakeVoice[]): void {
  let voices: readonly object[] = [];
  const said: object[] = [];
  let current: Utterance | null = null;
  let cancelled = 0;
  class Utterance extends EventTarget {
    voice: { name: string } | null = null;
    lang = "";
    rate = 1;
    onstart: (() => void) | null = null;
    onend: (() => void) | null = null;
    onerror: ((event: { error: string }) => void) | null = null;
    readonly text: string;
    constructor(text: string) {
      super();
      this.text = text;
    }
  }
  class Synthesis extends EventTarget {
    paused = false;
    pending = false;
    get speaking() {
      return current !== null;
    }
    getVoices() {
      return [...voices];
    }
    speak(utterance: Utterance) {
      if (current) throw new Error("The voice is to say two things at once.");
      current = utterance;
      const { text, lang, rate, voice } = utterance;
      said.push({ text, lang, rate, voice: voice?.name ?? null });
      utterance.onstart?.();
    }
    cancel() {
      const utterance = current;
      current = null;
      cancelled += 1;
      queueMicrotask(() => utterance?.onerror?.({ error: "canceled" }));
    }
    resume() {
      this.paused = false;
    }
  }
  const synthesis = new Synthesis();
  const become = (next: readonly FakeVoice[]) => {
    voices = next.map((voice) => ({ ...voice, voiceURI: voice.name, default: false }));
    synthesis.dispatchEvent(new Event("voiceschanged"));
  };
  become(given);
  const speech = {
    said,
    cancelled: () => cancelled,
    isSpeaking: () => current !== null,
    end: () => {
      const utterance = current;
      current = null;
      utterance?.onend?.();
    },
    fail: (error: string) => {
      const utterance = current;
      current = null;
      utterance?.onerror?.({ error });
    },
    become,
  };
  for (const [name, value] of Object.entries({
    speechSynthesis: synthesis,
    SpeechSynthesisUtterance: Utterance,
    fakeSpeech: speech,
  })) {
    Object.defineProperty(window, name, { value, configurable: true });
  }
}

/** What was installed last. */
export function fakeSpeech(): FakeSpeech {
  return Reflect.get(window, "fakeSpeech");
}

/** Takes the voices away, as in a browser that has none of all that. */
export function removeVoices(): void {
  for (const name of ["speechSynthesis", "SpeechSynthesisUtterance", "fakeSpeech"]) {
    Reflect.deleteProperty(window, name);
  }
}
