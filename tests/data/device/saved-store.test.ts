import { beforeEach, describe, expect, it } from "vitest";
import { createMirror } from "#data/device/mirror.ts";
import { storageKey } from "#data/device/storage-keys.ts";
import {
  article,
  deniedDatabase,
  denseText,
  digestOf,
  FakeStorage,
  freshDatabase,
  idOf,
  openStore,
  startStore,
} from "./fakes.ts";

let disk: FakeStorage;

beforeEach(() => {
  disk = new FakeStorage();
  freshDatabase();
});

const titles = (store: { getSnapshot: ReturnType<typeof openStore>["getSnapshot"] }) =>
  store.getSnapshot().records.map(({ summary }) => summary.title);

const refuse = () => Promise.reject(new DOMException("full", "QuotaExceededError"));

describe("saving", () => {
  it("keeps an article whole, and a page opened later lists it at once and opens it", async () => {
    const store = await startStore(disk);
    const result = await store.save(article(1), digestOf(1));
    expect(result).toEqual({ kind: "saved", isLocal: true, isMirrored: true });

    const later = openStore(disk);
    const united = later.start();
    expect(titles(later)).toEqual(["Story 1"]);
    expect(later.getSnapshot().isComplete).toBe(false);
    expect(await later.open(idOf(1))).toEqual(article(1));
    await united;
    expect(later.getSnapshot()).toMatchObject({ isComplete: true, isKept: true, unreadable: [] });
  });

  it("says saving, then saved, and gives the same snapshot until something changes", async () => {
    const store = await startStore(disk);
    const seen: unknown[] = [];
    store.subscribe(() => seen.push(store.getSnapshot().status.get(idOf(1))?.kind));
    await store.save(article(1), digestOf(1));
    expect(seen[0]).toBe("saving");
    expect(seen.at(-1)).toBe("saved");
    expect(store.getSnapshot()).toBe(store.getSnapshot());
  });

  it.each([
    ["an emoji and its parts", "👩‍🚀 \ud83d and \udc00"],
    ["line separators", "one\u2028two\u2029three\u0000"],
    ["right to left", "سفرنامه\u200c abc"],
    ["a name that objects have", "__proto__"],
  ])("keeps %s in title and text as it was (C50)", async (_, text) => {
    const odd = article(1, { title: text, body: `<p>${text}</p>`, tags: [text] });
    await (await startStore(disk)).save(odd, digestOf(1));
    const later = await startStore(disk);
    expect(await later.open(odd.id)).toEqual(odd);
    expect(titles(later)).toEqual([text]);
  });

  it("replaces the copy when a newer text is saved, and leaves nothing of the old one", async () => {
    const store = await startStore(disk);
    await store.save(article(1), digestOf(1));
    await store.save(article(2), digestOf(2));
    await store.save(article(1, { title: "Mended" }), digestOf(3));
    expect(titles(store)).toEqual(["Story 2", "Mended"]);
    expect((await store.open(idOf(1))).title).toBe("Mended");
    expect([...disk.values.keys()].filter((key) => key.includes(idOf(1)))).toEqual([
      storageKey.record(idOf(1)),
      storageKey.body(idOf(1), digestOf(3)),
    ]);
  });

  it("orders by when it was saved on this device, whatever its clock said (C47)", async () => {
    const years = ["2001", "2090", "1970", "2026"];
    for (const [at, year] of years.entries()) {
      const now = new Date(`${year}-06-01T00:00:00Z`);
      await (await startStore(disk, { now })).save(article(at), digestOf(at));
    }
    expect(titles(await startStore(disk))).toEqual(["Story 3", "Story 2", "Story 1", "Story 0"]);
  });

  it("gives each of many saves at once its place", async () => {
    const store = await startStore(disk);
    const all = Array.from({ length: 30 }, (_, at) => article(at));
    await Promise.all(all.map((one, at) => store.save(one, digestOf(at))));
    expect(new Set(store.getSnapshot().records.map(({ rev }) => rev)).size).toBe(30);
  });

  it("opening what is not saved says so", async () => {
    const store = await startStore(disk);
    await expect(store.open(idOf(9))).rejects.toMatchObject({ kind: "absent" });
  });
});

describe("taking out", () => {
  it("removes the article, and the undo puts it back in its old place", async () => {
    const store = await startStore(disk);
    for (const at of [1, 2, 3]) await store.save(article(at), digestOf(at));
    const undo = await store.unsave(idOf(2));
    expect(titles(store)).toEqual(["Story 3", "Story 1"]);
    expect(titles(await startStore(disk))).toEqual(["Story 3", "Story 1"]);
    await undo();
    expect(titles(store)).toEqual(["Story 3", "Story 2", "Story 1"]);
    const later = await startStore(disk);
    expect(titles(later)).toEqual(["Story 3", "Story 2", "Story 1"]);
    expect(await later.open(idOf(2))).toEqual(article(2));
  });

  it("can save again what was taken out", async () => {
    const store = await startStore(disk);
    await store.save(article(1), digestOf(1));
    await store.unsave(idOf(1));
    await store.save(article(1), digestOf(1));
    expect(titles(await startStore(disk))).toEqual(["Story 1"]);
  });

  it("of what is not saved does nothing", async () => {
    const store = await startStore(disk);
    const undo = await store.unsave(idOf(1));
    await undo();
    expect(disk.length).toBe(0);
  });
});

describe("the mirror", () => {
  it.each([
    ["localStorage was cleared", () => disk.values.clear()],
    ["the mirror was cleared", () => freshDatabase()],
  ])("brings all back when %s, and heals it (C46)", async (_, lose) => {
    const store = await startStore(disk);
    for (const at of [1, 2, 3]) await store.save(article(at), digestOf(at));
    await store.unsave(idOf(3));
    const before = new Map(disk.values);
    lose();
    const healed = await startStore(disk);
    expect(titles(healed)).toEqual(["Story 2", "Story 1"]);
    expect(await healed.open(idOf(1))).toEqual(article(1));
    expect(disk.values.size).toBeGreaterThanOrEqual(before.size - 1);
    // Now the other one may go as well.
    disk.values.clear();
    expect(titles(await startStore(disk))).toEqual(["Story 2", "Story 1"]);
  });

  it("that takes no more still gives what it has, and heals localStorage", async () => {
    const mirror = createMirror("offprint", 200);
    const full = { ...mirror, put: refuse, bury: refuse, drop: refuse };
    const store = await startStore(disk, { mirror: full });
    const result = await store.save(article(2), digestOf(2));
    expect(result).toEqual({ kind: "saved", isLocal: true, isMirrored: false });
    await (await startStore(new FakeStorage())).save(article(1), digestOf(1));
    expect(titles(await startStore(disk, { mirror: full }))).toEqual(["Story 1", "Story 2"]);
    expect(disk.values.has(storageKey.body(idOf(1), digestOf(1)))).toBe(true);
  });

  it("says honestly that nothing is saved when both are empty", async () => {
    expect((await startStore(disk)).getSnapshot()).toMatchObject({ records: [], isComplete: true });
  });

  it("has what a killed browser lost from localStorage: a save, a removal and an undo (C45)", async () => {
    const store = await startStore(disk);
    await store.save(article(1), digestOf(1));
    const onDisk = new Map(disk.values);
    await store.save(article(2), digestOf(2));
    await store.unsave(idOf(1));
    disk.values.clear();
    for (const [key, value] of onDisk) disk.values.set(key, value);
    expect(titles(await startStore(disk))).toEqual(["Story 2"]);
  });

  it("without it, the same kill loses the save: the test above tests something", async () => {
    deniedDatabase();
    const store = await startStore(disk);
    await store.save(article(2), digestOf(2));
    disk.values.clear();
    expect(titles(await startStore(disk))).toEqual([]);
  });

  it("never lets a fresh save lose to what an emptied localStorage forgot", async () => {
    const store = await startStore(disk);
    for (const at of [1, 2, 3]) await store.save(article(at), digestOf(at));
    await store.unsave(idOf(3));
    disk.values.clear();
    const fresh = openStore(disk);
    const started = fresh.start();
    await fresh.save(article(3), digestOf(3));
    await started;
    expect(titles(await startStore(disk))).toEqual(["Story 3", "Story 2", "Story 1"]);
  });
});

describe("a browser that keeps nothing or little", () => {
  it("saves to localStorage alone where IndexedDB is denied, and says that there is no mirror", async () => {
    deniedDatabase();
    const store = await startStore(disk);
    expect(await store.save(article(1), digestOf(1))).toMatchObject({
      isLocal: true,
      isMirrored: false,
    });
    expect(store.getSnapshot().isKept).toBe(true);
    expect(await (await startStore(disk)).open(idOf(1))).toEqual(article(1));
  });

  it("counts a database that never answers as denied", async () => {
    Object.assign(globalThis, { indexedDB: { open: () => ({}) } });
    const store = openStore(disk, { mirror: createMirror("offprint", 5) });
    await store.start();
    expect(store.getSnapshot().isComplete).toBe(true);
    expect(await store.save(article(1), digestOf(1))).toMatchObject({ kind: "saved" });
  });

  it("keeps what does not fit into localStorage in the mirror alone", async () => {
    const store = await startStore(disk);
    await store.save(article(1), digestOf(1));
    disk.quota = disk.used();
    expect(await store.save(article(2), digestOf(2))).toEqual({
      kind: "saved",
      isLocal: false,
      isMirrored: true,
    });
    const later = await startStore(disk);
    expect(titles(later)).toEqual(["Story 2", "Story 1"]);
    expect(await later.open(idOf(2))).toEqual(article(2));
    expect(await later.open(idOf(1))).toEqual(article(1));
    disk.quota = Number.POSITIVE_INFINITY;
    await startStore(disk);
    expect(disk.values.has(storageKey.record(idOf(2)))).toBe(true);
  });

  it("says that it is full when the mirror is denied too, harms nothing, and saves again after a removal (C38)", async () => {
    deniedDatabase();
    const store = await startStore(disk);
    await store.save(article(1), digestOf(1));
    await store.save(article(2, { body: denseText(600) }), digestOf(2));
    disk.quota = disk.used();
    const before = new Map(disk.values);
    const failed = { kind: "failed", reason: "full" };
    expect(await store.save(article(3), digestOf(3))).toMatchObject(failed);
    expect(store.getSnapshot().status.get(idOf(3))).toMatchObject(failed);
    expect(await store.save(article(1, { body: denseText(900) }), digestOf(9))).toMatchObject(
      failed,
    );
    expect(disk.values).toEqual(before);
    expect(await store.open(idOf(1))).toEqual(article(1));
    expect(titles(store)).toEqual(["Story 2", "Story 1"]);

    await store.unsave(idOf(2));
    expect(await store.save(article(3), digestOf(3))).toMatchObject({ kind: "saved" });
    expect(titles(await startStore(disk))).toEqual(["Story 3", "Story 1"]);
  });

  it("frees localStorage for a record by moving old bodies to the mirror", async () => {
    const store = await startStore(disk);
    for (const at of [1, 2, 3]) {
      await store.save(article(at, { body: denseText(300_000, at) }), digestOf(at));
    }
    disk.quota = disk.used();
    await store.save(article(4), digestOf(4));
    const later = await startStore(disk);
    expect(later.getSnapshot().records.map(({ body }) => body)).toEqual([
      "local",
      "local",
      "mirror",
      "mirror",
    ]);
    expect(disk.values.has(storageKey.record(idOf(4)))).toBe(true);
    for (const at of [1, 2, 3, 4]) expect((await later.open(idOf(at))).id).toBe(idOf(at));
  });

  it("leaves room for marks and settings beside thousands of saved articles", async () => {
    const store = await startStore(disk);
    const summary = "A long excerpt. ".repeat(8_000);
    for (let at = 0; at < 20; at++) {
      const body = denseText(300_000, at + 1);
      await store.save(article(at, { excerpt: summary, body }), digestOf(at));
    }
    expect(store.getSnapshot().records[0]?.body).toBe("mirror");
    await startStore(disk);
    expect(disk.used()).toBeLessThan(4_010_000);
    expect((await startStore(disk)).getSnapshot().records).toHaveLength(20);
  }, 30_000);

  it("puts bodies beyond the budget into the mirror, and records into localStorage", async () => {
    const store = await startStore(disk);
    for (let at = 0; at < 9; at++) {
      await store.save(article(at, { body: denseText(800_000, at + 1) }), digestOf(at));
    }
    const places = store.getSnapshot().records.map(({ body }) => body);
    expect(places).toContain("mirror");
    expect(places.indexOf("mirror")).toBe(0);
    const local = [...disk.values].filter(([key]) => key.startsWith("offprint:body:"));
    expect(local.reduce((sum, [, value]) => sum + value.length, 0)).toBeLessThanOrEqual(2_400_000);
    const later = await startStore(disk);
    expect((await later.open(idOf(8))).body).toBe(denseText(800_000, 9));
    expect((await later.open(idOf(0))).body).toBe(denseText(800_000, 1));
    // And back again from the mirror alone.
    disk.values.clear();
    expect((await startStore(disk)).getSnapshot().records).toHaveLength(9);
  }, 30_000);
});

describe("three hundred saved articles of 7,000 characters", () => {
  it("are listed at the start by one reading of each record, and none of their texts is read", async () => {
    const store = await startStore(disk);
    for (let number = 0; number < 300; number++) {
      const { body, ...rest } = article(number);
      await store.save(
        { ...rest, body: `${body}${"<p>Words.</p>".repeat(538)}` },
        digestOf(number),
      );
    }
    const read: string[] = [];
    const written: string[] = [];
    const { getItem, setItem } = disk;
    disk.getItem = (key) => {
      read.push(key);
      return getItem.call(disk, key);
    };
    disk.setItem = (key, value) => {
      written.push(key);
      setItem.call(disk, key, value);
    };
    const later = openStore(disk);
    const united = later.start();
    expect(titles(later)).toHaveLength(300);
    const isOf = (kind: string) => (key: string) => key.includes(`:${kind}:`);
    expect(read.filter(isOf("record"))).toHaveLength(300);
    await united;
    expect(read.filter(isOf("body"))).toEqual([]);
    expect(written).toEqual([]);

    // One more costs what it holds, not what is there.
    read.length = 0;
    await later.save(article(300), digestOf(300));
    expect(written.filter((key) => !key.includes(idOf(300)))).toEqual([]);
    expect(read.length).toBeLessThan(20);
  });
});
