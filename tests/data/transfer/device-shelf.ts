import { onTestFinished, vi } from "vitest";
import { withManySaved } from "#data/device/device.ts";
import { buryMany, keepCopies } from "#data/device/keep-copies.ts";
import type { Workshop } from "#data/transfer/leaving/leaving.ts";
import { readStock } from "#data/transfer/stock.ts";
import type { Article } from "#model/article.ts";
import type { Traveller } from "#model/backup.ts";
import { leavingWords } from "#pages/transfer/leaving-words.ts";
import { takingWords } from "#pages/transfer/taking-words.ts";
import { cleanElement } from "#ui/article-body/clean-element.ts";
import { ENGLISH } from "#ui/messages/messages.tsx";

export const NOW = "2026-11-22T12:00:00Z";

/** A saved article of which only what matters to the test is said. */
export function traveller(
  number: number,
  article: Partial<Article> = {},
  rest: Partial<Traveller> = {},
): Traveller {
  const id = number.toString(16).padStart(20, "0");
  return {
    id,
    savedAt: "2026-01-13T09:40:00Z",
    changedAt: "2026-01-14T09:40:00Z",
    digest: number.toString(16).padStart(16, "0"),
    origin: "edition",
    article: {
      v: 1,
      id,
      title: `Story ${number}`,
      date: "2026-01-12T08:00:00Z",
      source: "The Slow Atlas",
      link: `https://atlas.example/${number}`,
      tags: ["rivers"],
      excerpt: `Of river ${number}.`,
      minutes: 1,
      language: "en",
      authors: ["A. Writer"],
      words: 4,
      body: `<p>River ${number} is moving.</p>`,
      translations: [],
      related: [],
      ...article,
    },
    ...rest,
  };
}

/** Puts articles on the device in their order; it is emptied after the test. */
export async function fillDevice(travellers: readonly Traveller[]) {
  onTestFinished(emptyDevice);
  await withManySaved((ground) => keepCopies(ground, travellers));
  return (await readStock(NOW)).records;
}

/** As on a device that never had anything: tombstones are gone too. */
export async function emptyDevice(): Promise<void> {
  const { records } = await readStock(NOW);
  await withManySaved((ground) =>
    buryMany(
      ground,
      records.map(({ id }) => ({ id })),
    ),
  );
  // Again, since what one place still writes comes back to the other.
  const isEmpty = async () => {
    await forget();
    return (await readStock(NOW)).words.size === 0;
  };
  await vi.waitUntil(isEmpty, { timeout: 15_000 });
}

/** Takes what both places hold, and what they remember of what went. */
async function forget(): Promise<void> {
  localStorage.clear();
  const keys = await withManySaved(async ({ places, state }) => {
    const { tombstones } = state.holdings();
    return {
      mirror: places.mirror,
      keys: [...tombstones.keys()].map((id) => `offprint:gone:${id}`),
    };
  });
  await keys.mirror.drop(keys.keys);
  window.dispatchEvent(new StorageEvent("storage", { key: null }));
}

/** How files are read here: taken in now, by a reader of English. */
export const READING = { now: NOW, words: takingWords(ENGLISH) };

/** What files are made with here: the app's own sanitizer, its words in English, and a home of this name. */
export const workshop: Workshop = {
  words: leavingWords(ENGLISH),
  home: "https://paper.example/news/",
  clean: ({ body, link }) => cleanElement(body, { baseUrl: link, base: "/news/" }),
};

/** Reads what is in a blob; jsdom's own has no such function. */
export function textOf(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = reject;
    reader.readAsText(blob);
  });
}

export function bytesOf(blob: Blob): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () =>
      resolve(
        reader.result instanceof ArrayBuffer ? new Uint8Array(reader.result) : new Uint8Array(),
      );
    reader.onerror = reject;
    reader.readAsArrayBuffer(blob);
  });
}
