import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Sentence } from "#model/spoken.ts";
import { createPlayer } from "#ui/listen/player.ts";
import { fakeSpeech, installVoices, removeVoices } from "../../support/fake-voices.ts";

const spot = { run: 0, offset: 0 };
const sentence = (spoken: string, block: number, language = "en"): Sentence => ({
  spoken,
  block,
  language,
  from: spot,
  to: spot,
});
const SENTENCES = [
  sentence("One.", 0),
  sentence("Two.", 0),
  sentence("Drei.", 1, "de"),
  sentence("Four.", 2),
];

beforeEach(() => {
  vi.useFakeTimers();
  installVoices([
    { name: "Daniel", lang: "en-GB", localService: true },
    { name: "Net", lang: "en-US", localService: false },
    { name: "Anna", lang: "de-DE", localService: true },
  ]);
});
afterEach(() => {
  vi.useRealTimers();
  removeVoices();
});

function voice(name: string): SpeechSynthesisVoice | null {
  return window.speechSynthesis.getVoices().find((each) => each.name === name) ?? null;
}

function play(sentences = SENTENCES, english = "Daniel") {
  const player = createPlayer(sentences, window.speechSynthesis);
  const voiceFor = (language: string | undefined) => voice(language === "de" ? "Anna" : english);
  player.tune({ pace: 1, voiceFor });
  player.play();
  const said = () => fakeSpeech().said.map(({ text }) => text);
  const breathe = () => vi.advanceTimersByTimeAsync(100);
  return { player, said, breathe, voiceFor, state: player.getSnapshot };
}

describe("a player", () => {
  it("reads one sentence after another, each in its language, and ends", () => {
    const { said, state } = play();
    for (let at = 0; at < 4; at++) fakeSpeech().end();
    expect(said()).toEqual(["One.", "Two.", "Drei.", "Four."]);
    expect(fakeSpeech().said.map((each) => each.voice)).toEqual([
      "Daniel",
      "Daniel",
      "Anna",
      "Daniel",
    ]);
    expect(fakeSpeech().said[2]?.lang).toBe("de-DE");
    expect(state()).toEqual({ status: "ended", at: 3, failure: null });
  });

  it("begins the sentence again after a pause, and never asks the browser for one", async () => {
    const { player, said, breathe, state } = play();
    fakeSpeech().end();
    player.pause();
    await breathe();
    expect(state()).toEqual({ status: "paused", at: 1, failure: null });
    expect(fakeSpeech().isSpeaking()).toBe(false);
    player.play();
    expect(said()).toEqual(["One.", "Two.", "Two."]);
  });

  it("goes on, back and to the next paragraph, and breathes where it breaks off", async () => {
    const { player, said, breathe } = play();
    player.step(1);
    expect(said()).toEqual(["One."]);
    await breathe();
    player.skip();
    await breathe();
    player.step(-1);
    await breathe();
    player.step(-9);
    await breathe();
    expect(said()).toEqual(["One.", "Two.", "Drei.", "Two.", "One."]);
  });

  it("goes where it is told while it is paused, and says nothing", async () => {
    const { player, said, breathe, state } = play();
    player.pause();
    player.skip();
    await breathe();
    expect(said()).toEqual(["One."]);
    expect(state()).toMatchObject({ status: "paused", at: 2 });
  });

  it("says the sentence again at another pace, at once", async () => {
    const { player, breathe, voiceFor } = play();
    player.tune({ pace: 2, voiceFor });
    await breathe();
    expect(fakeSpeech().said.map(({ text, rate }) => [text, rate])).toEqual([
      ["One.", 1],
      ["One.", 2],
    ]);
  });

  it("goes on undisturbed when the browser tells of the same voices again", async () => {
    const { player, said, breathe, voiceFor } = play();
    player.tune({ pace: 1, voiceFor: (language) => voiceFor(language) });
    await breathe();
    expect(said()).toEqual(["One."]);
    expect(fakeSpeech().cancelled()).toBe(0);
  });

  it("gives a remote voice pieces that are short to say, and counts them as one sentence", () => {
    const long = `${"All the water of the sea goes out, ".repeat(8)}and in.`;
    const { said, state } = play([sentence(long, 0), sentence("Two.", 0)], "Net");
    expect(said()[0]?.length).toBeLessThanOrEqual(120);
    while (state().at === 0) fakeSpeech().end();
    expect(said().slice(0, -1).join(" ")).toBe(long);
  });

  it("gives a voice of the device the whole sentence", () => {
    const long = `${"All the water of the sea goes out, ".repeat(8)}and in.`;
    expect(play([sentence(long, 0)]).said()).toEqual([long]);
  });

  it("takes it as a pause when another page takes the voice", () => {
    const { state } = play();
    fakeSpeech().fail("interrupted");
    expect(state()).toEqual({ status: "paused", at: 0, failure: null });
  });

  it.each([
    ["not-allowed", "denied"],
    ["network", "voice"],
    ["synthesis-failed", "voice"],
  ])("stops and says why after %s, and tries again when it is asked to", (error, failure) => {
    const { player, said, state } = play();
    fakeSpeech().fail(error);
    expect(state()).toEqual({ status: "paused", at: 0, failure });
    player.play();
    expect(state().failure).toBeNull();
    expect(said()).toEqual(["One.", "One."]);
  });

  it("asks once more where a voice says nothing, then gives up", async () => {
    vi.spyOn(window.speechSynthesis, "speak").mockImplementation(() => undefined);
    const { state } = play();
    await vi.advanceTimersByTimeAsync(7_000);
    expect(window.speechSynthesis.speak).toHaveBeenCalledTimes(2);
    expect(state().status).toBe("playing");
    await vi.advanceTimersByTimeAsync(7_000);
    expect(state()).toEqual({ status: "paused", at: 0, failure: "voice" });
  });

  it("wakes a browser that another page left paused", () => {
    Object.assign(window.speechSynthesis, { paused: true });
    play();
    expect(window.speechSynthesis.paused).toBe(false);
  });
});
