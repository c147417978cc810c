import { screen, waitFor, within } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from "vitest";
import { storageKey } from "#data/device/storage-keys.ts";
import { articlePath } from "#model/address.ts";
import { parsePosition } from "#model/position.ts";
import { parseSettings } from "#model/settings.ts";
import { idOf, story } from "../../support/edition-stories.ts";
import {
  type FakeVoice,
  fakeSpeech,
  installVoices,
  removeVoices,
} from "../../support/fake-voices.ts";
import { openPanel } from "../../support/open-panel.ts";
import { goOffline, openAt, serveStories } from "../../support/reader.tsx";

const at = (path: string) => articlePath(idOf(path));
const WEIR = story("weir", {
  title: "The weir",
  date: "2026-01-13T09:40:00Z",
  source: "Harbour Notes",
  body: "<p>Bring a lamp. It is dark.</p><p>Mind the rope.</p>",
});
const LAMP = story("lamp", {
  title: "A lamp",
  date: "2026-01-12T09:40:00Z",
  body: "<p>Light.</p>",
});
const LOCAL: FakeVoice = { name: "Daniel", lang: "en-GB", localService: true };
const OTHER: FakeVoice = { name: "Moira", lang: "en_IE", localService: true };
const REMOTE: FakeVoice = { name: "Net", lang: "en-US", localService: false };
const GERMAN: FakeVoice = { name: "Anna", lang: "de-DE", localService: true };

beforeEach(() => {
  installVoices([REMOTE, GERMAN, LOCAL, OTHER]);
  // jsdom lays nothing out.
  Object.assign(Range.prototype, {
    getBoundingClientRect: () => new DOMRect(0, 100, 10, 10),
  });
  Object.assign(Element.prototype, { scrollBy: () => undefined });
  vi.stubGlobal("matchMedia", () => ({ matches: true }));
});
afterEach(() => {
  removeVoices();
  vi.unstubAllGlobals();
  Reflect.deleteProperty(Range.prototype, "getBoundingClientRect");
  Reflect.deleteProperty(Element.prototype, "scrollBy");
});

const said = () => fakeSpeech().said.map(({ text }) => text);

async function listen() {
  const edition = await serveStories([WEIR, LAMP]);
  const opened = openAt(at("weir"));
  await opened.story().findByText("Mind the rope.");
  const press = async () => {
    await opened.user.click(opened.story().getByRole("button", { name: "Listen" }));
    return within(await screen.findByRole("region", { name: "Reading aloud" }));
  };
  return { ...opened, edition, press };
}

describe("an article that is listened to", () => {
  it("is read from its title on by a voice of the device, with the sentence marked and the place kept", async () => {
    const { press, story: main } = await listen();
    const bar = await press();
    await waitFor(() => expect(said()).toEqual(["The weir"]));
    expect(fakeSpeech().said[0]).toMatchObject({ voice: "Daniel", rate: 1 });
    expect(bar.getByRole("button", { name: "Pause" })).toHaveFocus();
    fakeSpeech().end();
    await waitFor(() =>
      expect(main().getByText("Bring a lamp. It is dark.")).toHaveAttribute("data-heard"),
    );
    fakeSpeech().end();
    fakeSpeech().end();
    await waitFor(() => expect(main().getByText("Mind the rope.")).toHaveAttribute("data-heard"));
    expect(main().getByText("Bring a lamp. It is dark.")).not.toHaveAttribute("data-heard");
    const kept = localStorage.getItem(storageKey.position(idOf("weir"))) ?? "";
    expect(parsePosition(JSON.parse(kept))).toMatchObject({ v: 1 });
  });

  it("is stopped by its button, goes on there, and is closed with the focus back at the button", async () => {
    const { press, user, story: main } = await listen();
    const bar = await press();
    await user.click(await bar.findByRole("button", { name: "Pause" }));
    expect(fakeSpeech().isSpeaking()).toBe(false);
    await user.click(bar.getByRole("button", { name: "The next paragraph" }));
    await user.click(bar.getByRole("button", { name: "Read aloud" }));
    await waitFor(() => expect(said()).toEqual(["The weir", "Bring a lamp."]));
    await user.click(bar.getByRole("button", { name: "Stop listening" }));
    expect(screen.queryByRole("region", { name: "Reading aloud" })).toBeNull();
    expect(fakeSpeech().isSpeaking()).toBe(false);
    expect(main().getByRole("button", { name: "Listen" })).toHaveFocus();
    expect(document.querySelector("[data-heard],[data-listening]")).toBeNull();
  });

  it("goes on with the next story of the list, and ends with the last one", async () => {
    const { press, story: main, address } = await listen();
    await main().findByRole("link", { name: /A lamp/ });
    await press();
    await waitFor(() => expect(fakeSpeech().isSpeaking()).toBe(true));
    for (let sentence = 0; sentence < 4; sentence++) fakeSpeech().end();
    await waitFor(() => expect(said().at(-1)).toBe("A lamp"));
    expect(address()).toBe(at("lamp"));
    fakeSpeech().end();
    fakeSpeech().end();
    await screen.findByText("That was the end.");
    const kept = localStorage.getItem(storageKey.position(idOf("weir"))) ?? "";
    expect(parsePosition(JSON.parse(kept))).toMatchObject({ isFinished: true });
  });

  it("stays silent when the reader opens another story by hand", async () => {
    const { press, user, list } = await listen();
    await press();
    await waitFor(() => expect(fakeSpeech().isSpeaking()).toBe(true));
    await user.click(await list().findByRole("link", { name: "A lamp" }));
    await screen.findByText("Light.");
    expect(fakeSpeech().isSpeaking()).toBe(false);
    expect(screen.queryByRole("region", { name: "Reading aloud" })).toBeNull();
  });

  it("keeps pace and voice among the settings, and says the sentence again by them", async () => {
    const { press, user } = await listen();
    const bar = await press();
    await waitFor(() => expect(said()).toEqual(["The weir"]));
    openPanel(document, "voice");
    await user.click(bar.getByRole("button", { name: "Faster" }));
    const voices = bar.getByRole("combobox", { name: "Voice" });
    const names = within(voices)
      .getAllByRole("option")
      .map((option) => option.textContent);
    expect(names).toEqual(["Daniel", "Moira", "Net"]);
    await user.selectOptions(voices, "Moira");
    await waitFor(() =>
      expect(fakeSpeech().said.at(-1)).toMatchObject({
        text: "The weir",
        voice: "Moira",
        rate: 1.25,
      }),
    );
    const kept = parseSettings(JSON.parse(localStorage.getItem(storageKey.settings()) ?? ""));
    expect(kept).toMatchObject({ pace: 1.25, voices: { en: "Moira" } });
  });

  it("answers to media keys, and tells the system what is read", async () => {
    const handlers = new Map<string, (() => void) | null>();
    vi.stubGlobal(
      "MediaMetadata",
      class {
        readonly words: { title: string; artist: string };
        constructor(words: { title: string; artist: string }) {
          this.words = words;
        }
      },
    );
    const session = {
      metadata: null as { words: object } | null,
      playbackState: "none",
      setActionHandler: (name: string, handler: (() => void) | null) => handlers.set(name, handler),
    };
    Object.defineProperty(navigator, "mediaSession", { value: session, configurable: true });
    onTestFinished(() => void Reflect.deleteProperty(navigator, "mediaSession"));
    const silence = vi.spyOn(HTMLMediaElement.prototype, "play").mockResolvedValue();
    vi.spyOn(HTMLMediaElement.prototype, "pause").mockReturnValue();
    const { press, story: main } = await listen();
    await main().findByRole("link", { name: /A lamp/ });
    const bar = await press();
    await waitFor(() => expect(session.playbackState).toBe("playing"));
    expect(session.metadata?.words).toEqual({ title: "The weir", artist: "Harbour Notes" });
    expect(silence).toHaveBeenCalled();
    handlers.get("pause")?.();
    await bar.findByRole("button", { name: "Read aloud" });
    expect(session.playbackState).toBe("paused");
    handlers.get("play")?.();
    await bar.findByRole("button", { name: "Pause" });
    handlers.get("seekforward")?.();
    await waitFor(() => expect(said().at(-1)).toBe("Bring a lamp."));
    handlers.get("seekbackward")?.();
    await waitFor(() => expect(said().at(-1)).toBe("The weir"));
    handlers.get("nexttrack")?.();
    await waitFor(() => expect(said().at(-1)).toBe("A lamp"));
    await main().findByRole("link", { name: /The weir/ });
    handlers.get("previoustrack")?.();
    await waitFor(() => expect(said().at(-1)).toBe("The weir"));
  });
});

describe("what a browser can't read aloud", () => {
  it("is said where it has no voices, until they come", async () => {
    installVoices([]);
    const { press } = await listen();
    const bar = await press();
    await bar.findByText("Looking for voices…");
    await bar.findByText(/^This browser has no voices/);
    expect(bar.getByRole("button", { name: "Read aloud" })).toHaveAttribute(
      "aria-disabled",
      "true",
    );
    fakeSpeech().become([LOCAL]);
    await waitFor(() => expect(said()).toEqual(["The weir"]));
    expect(bar.queryByText(/^This browser has no voices/)).toBeNull();
  });

  it("is said where no voice speaks the language, by the language's name", async () => {
    installVoices([GERMAN]);
    const bar = await (await listen()).press();
    await bar.findByText(/^No voice here speaks this story’s language \(English\)/);
    expect(said()).toEqual([]);
  });

  it("is said offline where only remote voices speak it, and what was playing stops", async () => {
    installVoices([REMOTE]);
    const { press, edition } = await listen();
    const bar = await press();
    await waitFor(() => expect(said()).toEqual(["The weir"]));
    goOffline(edition);
    await bar.findByText(/^Only voices that need the network speak/);
    expect(fakeSpeech().isSpeaking()).toBe(false);
  });

  it("is said where it knows nothing of voices", async () => {
    removeVoices();
    const { user, story: main } = await listen();
    await user.click(main().getByRole("button", { name: "Listen" }));
    await screen.findByText("This browser can’t read aloud.");
    expect(screen.queryByRole("region", { name: "Reading aloud" })).toBeNull();
  });

  it("is said where the voice fails", async () => {
    const bar = await (await listen()).press();
    await waitFor(() => expect(said()).toEqual(["The weir"]));
    fakeSpeech().fail("synthesis-failed");
    await bar.findByText(/^The voice has failed/);
  });
});
