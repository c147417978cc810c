import { keepCopies } from "#data/device/keep-copies.ts";
import { openStorage } from "#data/device/local-storage.ts";
import { createMirror } from "#data/device/mirror.ts";
import { connectTabs } from "#data/device/other-tabs.ts";
import { createSavedStore } from "#data/device/saved-store.ts";
import { storageHome, storageKey } from "#data/device/storage-keys.ts";
import type { Article } from "#model/article.ts";

// A store of saved articles on the browser's real storage, for tests that need more saves than anybody presses for. It
// is bundled and run in a page of the edition.

const store = createSavedStore({
  storage: openStorage(() => window.localStorage),
  openMirror: async () => createMirror(storageHome, 10_000),
  tabs: connectTabs(window, () => new BroadcastChannel(storageHome)),
  now: () => new Date(),
  pictureDoors: {
    openCache: async () => caches.open(storageKey.pictureCache()),
    fetch: (address) => fetch(address, { mode: "same-origin" }),
    base: "/",
  },
});

export type SavedHook = typeof hook;

const idOf = (number: number) => number.toString(16).padStart(20, "0");
const digestOf = (number: number) => number.toString(16).padStart(16, "0");

function article(number: number): Article {
  return {
    v: 1,
    id: idOf(number),
    title: `Story ${number}`,
    date: "2026-01-13T09:40:00Z",
    tags: [`tag ${number % 20}`],
    excerpt: "A river changes its bed.",
    minutes: 1 + (number % 30),
    authors: [],
    words: 300,
    body: `<p>River ${number} has changed its bed since it was first drawn. ${`Word${number % 97} `.repeat(200)}</p>`,
    translations: [],
    related: [],
  };
}

const hook = {
  start: () => store.start(),
  save: async (number: number) => (await store.save(article(number), digestOf(number))).kind,
  /** Saves so many at once, as a backup that is restored does. */
  saveMany: (count: number) =>
    store.withMany(async (ground) => {
      const copies = Array.from({ length: count }, (_, at) => {
        const number = at + 1;
        const digest = digestOf(number);
        return {
          id: idOf(number),
          digest,
          savedAt: "2026-11-22T12:00:00Z",
          article: article(number),
        };
      });
      return (await keepCopies(ground, copies)).kept.size;
    }),
  unsave: async (number: number) => {
    await store.unsave(idOf(number));
  },
  /** Saves a story of the edition as it is published. */
  saveOf: async (address: string): Promise<string> => {
    const published: Article = await (await fetch(address)).json();
    return (await store.save(published, published.digest ?? "")).kind;
  },
  /** The numbers of what is saved, as this tab sees it. */
  numbers: () =>
    store
      .getSnapshot()
      .records.map(({ id }) => Number.parseInt(id, 16))
      .sort((a, b) => a - b),
  unreadable: () => store.getSnapshot().unreadable.length,
  /** Opens all that is saved; the titles of what is whole. */
  openAll: async () =>
    Promise.all(
      store.getSnapshot().records.map(async ({ id, summary }) => {
        const opened = await store.open(id);
        if (opened.title !== summary.title) throw new Error(`${id} holds another text.`);
        return opened.title;
      }),
    ),
  pictures: () => {
    const counts = { all: 0, kept: 0, fetching: store.getSnapshot().fetching.size };
    for (const { pictures } of store.getSnapshot().records) {
      counts.all += pictures?.all ?? 0;
      counts.kept += pictures?.kept ?? 0;
    }
    return counts;
  },
};

Object.assign(window, { savedHook: hook });
