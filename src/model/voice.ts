/** What is known of a voice, as browsers tell it. */
export type Voice = {
  readonly voiceURI: string;
  readonly name: string;
  /** BCP 47; Android writes it with a low line. */
  readonly lang: string;
  /** Whether it speaks without the network. */
  readonly localService: boolean;
  readonly default: boolean;
};

/** Gives the part of a language's tag that says which language it is: `pt` for `pt_BR`, `he` for `iw`. */
export function primaryLanguage(tag: string): string {
  const written = tag.replaceAll("_", "-");
  try {
    const { language } = new Intl.Locale(written);
    // Norwegian is written in two ways, and spoken by the same voices.
    return language === "nb" || language === "nn" ? "no" : language;
  } catch {
    return written.toLowerCase().split("-")[0] ?? "";
  }
}

/**
 * Gives the voices that speak a language: those of the device before those that need the network, of each first those of
 * the same country, then the one that the browser would take.
 *
 * @param language without one, that of any voice will do
 */
export function voicesFor<V extends Voice>(
  voices: readonly V[],
  language: string | undefined,
): readonly V[] {
  const speaks = language === undefined ? null : primaryLanguage(language);
  const isOf = (voice: V) => speaks === null || primaryLanguage(voice.lang) === speaks;
  const isSame = ({ lang }: V) =>
    lang.replaceAll("_", "-").toLowerCase() === language?.toLowerCase();
  const rank = (voice: V) =>
    (voice.localService ? 0 : 4) + (isSame(voice) ? 0 : 2) + (voice.default ? 0 : 1);
  // Sorting leaves those of one rank in the browser's order.
  return voices.filter(isOf).sort((one, other) => rank(one) - rank(other));
}

/** The voice that reads, or why there is none: nothing speaks that language, or only by the network that is gone. */
export type VoiceChoice<V extends Voice> =
  | { readonly voice: V }
  | { readonly missing: "none" | "network" };

/** Chooses the voice for a language: the reader's own choice where it can speak now, else the first that can. */
export function chooseVoice<V extends Voice>(
  voices: readonly V[],
  language: string | undefined,
  chosen: string | undefined,
  isOnline: boolean,
): VoiceChoice<V> {
  const speaking = voicesFor(voices, language);
  const able = isOnline ? speaking : speaking.filter(({ localService }) => localService);
  const voice = able.find(({ voiceURI }) => voiceURI === chosen) ?? able[0];
  if (voice) return { voice };
  return { missing: speaking.length === 0 ? "none" : "network" };
}
