import { IDBFactory, IDBKeyRange } from "fake-indexeddb";
import { openStorage } from "#data/device/local-storage.ts";
import { createMirror, type Mirror } from "#data/device/mirror.ts";
import type { OtherTabs } from "#data/device/other-tabs.ts";
import type { PictureCache, PictureDoors } from "#data/device/picture-shelf.ts";
import { createSavedStore } from "#data/device/saved-store.ts";
import type { Article } from "#model/article.ts";

/** A `Storage` whose disk can be full, denied, or cut off between two writes. */
export class FakeStorage {
  readonly values = new Map<string, string>();
  /** Characters that fit, keys included. */
  quota = Number.POSITIVE_INFINITY;
  /** After so many writes and removals every further one throws, as if the page had been killed. */
  operationsLeft = Number.POSITIVE_INFINITY;

  get length(): number {
    return this.values.size;
  }
  key(at: number): string | null {
    return [...this.values.keys()][at] ?? null;
  }
  getItem(key: string): string | null {
    return this.values.get(key) ?? null;
  }
  setItem(key: string, value: string): void {
    this.#operate();
    const old = this.values.get(key);
    const more = value.length - (old?.length ?? -key.length);
    if (more > 0 && this.used() + more > this.quota) {
      throw new DOMException("full", "QuotaExceededError");
    }
    this.values.set(key, value);
  }
  removeItem(key: string): void {
    this.#operate();
    this.values.delete(key);
  }
  used(): number {
    let used = 0;
    for (const [key, value] of this.values) used += key.length + value.length;
    return used;
  }
  #operate(): void {
    if (this.operationsLeft <= 0) throw new Error("killed");
    this.operationsLeft -= 1;
  }
}

/** A fresh IndexedDB for the test, as the browser's global one. */
export function freshDatabase(): void {
  Object.assign(globalThis, { indexedDB: new IDBFactory(), IDBKeyRange });
}

/** A browser that denies IndexedDB. */
export function deniedDatabase(): void {
  Object.assign(globalThis, {
    indexedDB: {
      open: () => {
        throw new DOMException("denied", "SecurityError");
      },
    },
  });
}

/** Tabs of one browser that hear each other at once; what the test tells them reaches all. */
export function fakeTabs(): OtherTabs & { tell: (key: string | null) => void } {
  const listeners = new Set<(key: string | null) => void>();
  return {
    announce: () => undefined,
    listen: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    tell: (key) => {
      for (const listener of listeners) listener(key);
    },
  };
}

export const NOON = new Date("2026-11-22T12:00:00Z");

/** Opens the store as a fresh page would. */
export function openStore(
  storage: FakeStorage,
  surroundings: { mirror?: Mirror; now?: Date; pictures?: PictureDoors } = {},
) {
  const tabs = fakeTabs();
  const store = createSavedStore({
    storage: openStorage(() => storage),
    openMirror: async () => surroundings.mirror ?? createMirror("offprint", 2_000),
    tabs,
    now: () => surroundings.now ?? NOON,
    pictureDoors: surroundings.pictures ?? null,
  });
  return { ...store, tabs };
}

/** Opens the store and waits until both places are united. */
export async function startStore(...opening: Parameters<typeof openStore>) {
  const store = openStore(...opening);
  await store.start();
  return store;
}

export function idOf(number: number): string {
  return number.toString(16).padStart(20, "0");
}

export function digestOf(number: number): string {
  return number.toString(16).padStart(16, "0");
}

export function article(number: number, parts: Partial<Article> = {}): Article {
  return {
    v: 1,
    id: idOf(number),
    title: `Story ${number}`,
    date: "2026-01-13T09:40:00Z",
    tags: ["rivers", "Old maps"],
    excerpt: "A river changes its bed.",
    minutes: 2,
    authors: ["A. Writer"],
    words: 300,
    body: `<p>The river of story ${number} has changed its bed four times since it was first drawn.</p>`,
    translations: [],
    related: [],
    ...parts,
  };
}

/** Text that deflate can't make much smaller, always the same. */
export function denseText(length: number, seed = 1): string {
  let state = seed;
  let text = "";
  while (text.length < length) {
    state = (state * 48_271) % 2_147_483_647;
    text += state.toString(36);
  }
  return text.slice(0, length);
}

/** Cache Storage for pictures, and a host that has those that it is given. */
export class FakePictures {
  readonly kept = new Map<string, ArrayBuffer>();
  readonly asked: string[] = [];
  /** Bytes that fit. */
  quota = Number.POSITIVE_INFINITY;
  /** Bytes that can be freed of what the edition would give again, all at once, which takes a moment. */
  spare = 0;
  isOnline = true;
  isDenied = false;
  readonly host = new Map<string, { type: string; size: number }>();

  get doors(): PictureDoors {
    return {
      base: "/",
      openCache: async () => {
        if (this.isDenied) throw new DOMException("denied", "SecurityError");
        return this.#cache();
      },
      freeSpace: async () => {
        const freed = this.spare;
        this.spare = 0;
        await new Promise((resolve) => setTimeout(resolve));
        this.quota += freed;
        return freed > 0;
      },
      fetch: async (address) => {
        this.asked.push(address);
        if (!this.isOnline) throw new TypeError("Failed to fetch");
        const file = this.host.get(address);
        if (!file) return new Response("Not found", { status: 404 });
        return new Response("x".repeat(file.size), {
          headers: { "Content-Type": file.type },
        });
      },
    };
  }

  #cache(): PictureCache {
    const used = () => [...this.kept.values()].reduce((sum, { byteLength }) => sum + byteLength, 0);
    return {
      match: async (address) => {
        const picture = this.kept.get(String(address));
        return picture && new Response(picture);
      },
      put: async (address, response) => {
        const picture = await response.arrayBuffer();
        if (used() + picture.byteLength > this.quota) {
          throw new DOMException("full", "QuotaExceededError");
        }
        this.kept.set(String(address), picture);
      },
      keys: async () =>
        Array.from(this.kept.keys(), (url) => new Request(`http://localhost${url}`)),
      delete: async (address) => this.kept.delete(String(address)),
    };
  }
}
