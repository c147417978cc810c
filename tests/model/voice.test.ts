import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chooseVoice, primaryLanguage, type Voice, voicesFor } from "#model/voice.ts";

const voice = (name: string, lang: string, given: Partial<Voice> = {}): Voice => ({
  voiceURI: name,
  name,
  lang,
  localService: true,
  default: false,
  ...given,
});
const ANNA = voice("Anna", "de-DE");
const PETRA = voice("Petra", "de_AT");
const NET = voice("Net", "de-DE", { localService: false, default: true });
const DANIEL = voice("Daniel", "en-GB", { default: true });
const ALL = [NET, DANIEL, PETRA, ANNA];

describe("voices", () => {
  it("speak a language whatever country's, those of the device first, of them those of the country", () => {
    expect(voicesFor(ALL, "de")).toEqual([PETRA, ANNA, NET]);
    expect(voicesFor(ALL, "de-DE")).toEqual([ANNA, PETRA, NET]);
    expect(voicesFor(ALL, "de-AT")).toEqual([PETRA, ANNA, NET]);
    expect(voicesFor(ALL, "fr")).toEqual([]);
  });

  it("of any language will do where none is known", () => {
    expect(voicesFor(ALL, undefined)[0]).toEqual(DANIEL);
  });

  it.each([
    ["pt_BR", "pt"],
    ["iw", "he"],
    ["zh-Hant-TW", "zh"],
    ["nb-NO", "no"],
    ["not a tag!", "not a tag!"],
  ])("know %s as %s", (tag, language) => {
    expect(primaryLanguage(tag)).toBe(language);
  });
});

describe("the voice that reads", () => {
  it("is the reader's own choice, while it can speak", () => {
    expect(chooseVoice(ALL, "de", "Net", true)).toEqual({ voice: NET });
    expect(chooseVoice(ALL, "de", "Net", false)).toEqual({ voice: PETRA });
    expect(chooseVoice(ALL, "de", "gone", true)).toEqual({ voice: PETRA });
  });

  it("is missing for a reason", () => {
    expect(chooseVoice(ALL, "fr", undefined, true)).toEqual({ missing: "none" });
    expect(chooseVoice([NET], "de", undefined, false)).toEqual({ missing: "network" });
    expect(chooseVoice([], undefined, undefined, true)).toEqual({ missing: "none" });
  });

  it("never needs a network that is gone, nor speaks another language", () => {
    const any = fc.record({
      voiceURI: fc.constantFrom("a", "b", "c"),
      name: fc.constant("n"),
      lang: fc.constantFrom("de-DE", "de_AT", "en", "fr-FR"),
      localService: fc.boolean(),
      default: fc.boolean(),
    });
    fc.assert(
      fc.property(
        fc.array(any),
        fc.constantFrom("de", "en-US", "ja"),
        fc.boolean(),
        (voices, language, isOnline) => {
          const found = chooseVoice(voices, language, "b", isOnline);
          if (!("voice" in found)) return;
          expect(primaryLanguage(found.voice.lang)).toBe(primaryLanguage(language));
          expect(isOnline || found.voice.localService).toBe(true);
        },
      ),
    );
  });
});
