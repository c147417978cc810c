import { beforeEach, describe, expect, it } from "vitest";
import { openStorage } from "#data/device/local-storage.ts";
import { createMirror, type Mirror } from "#data/device/mirror.ts";
import { createSavedStore } from "#data/device/saved-store.ts";
import { storageKey } from "#data/device/storage-keys.ts";
import {
  article,
  deniedDatabase,
  digestOf,
  FakeStorage,
  fakeTabs,
  freshDatabase,
  idOf,
  NOON,
  type openStore,
  startStore,
} from "./fakes.ts";
import savedV1 from "./fixtures/saved-v1.json";
import savedV2 from "./fixtures/saved-v2.json";

let disk: FakeStorage;

beforeEach(() => {
  disk = new FakeStorage();
  freshDatabase();
});

const idsOf = (store: ReturnType<typeof openStore>) =>
  store.getSnapshot().records.map(({ id }) => id);

/** A disk as it was, for a page that is opened after the kill. */
function copyOf(other: FakeStorage): FakeStorage {
  const copy = new FakeStorage();
  for (const [key, value] of other.values) copy.values.set(key, value);
  return copy;
}

describe("a page killed between two writes", () => {
  const killPoints = Array.from({ length: 8 }, (_, at) => at);

  async function preparedDisk(): Promise<FakeStorage> {
    const prepared = new FakeStorage();
    const store = await startStore(prepared);
    await store.save(article(1), digestOf(1));
    await store.save(article(2), digestOf(2));
    return prepared;
  }

  /** Every saved article must open, as one of the texts that were saved. */
  async function texts(store: ReturnType<typeof openStore>): Promise<Map<string, string>> {
    const found = new Map<string, string>();
    for (const { id, summary } of store.getSnapshot().records) {
      const opened = await store.open(id);
      expect(opened.title).toBe(summary.title);
      found.set(id, opened.title);
    }
    return found;
  }

  /** A mirror that the kill stops too. */
  function mortalMirror(): Mirror {
    const mirror = createMirror("offprint", 200);
    const unlessKilled = <T>(work: () => Promise<T>) =>
      disk.operationsLeft > 0 ? work() : Promise.reject(new Error("killed"));
    return {
      ...mirror,
      put: (copies) => unlessKilled(() => mirror.put(copies)),
      bury: (tombstones) => unlessKilled(() => mirror.bury(tombstones)),
    };
  }

  // Without the mirror localStorage alone must hold; with it the two must agree, whichever dies first.
  describe.each([
    ["with localStorage alone", deniedDatabase, () => createMirror("offprint", 200)],
    ["with a mirror that lives on", freshDatabase, () => createMirror("offprint", 200)],
    ["with a mirror that is killed too", freshDatabase, mortalMirror],
  ])("%s", (_, database, mirror) => {
    beforeEach(() => database());

    it.each(killPoints)(
      "after %i writes of a first save leaves it saved or not",
      async (writes) => {
        disk = await preparedDisk();
        const store = await startStore(disk, { mirror: mirror() });
        disk.operationsLeft = writes;
        await store.save(article(3), digestOf(3));
        const found = await texts(await startStore(copyOf(disk)));
        expect([undefined, "Story 3"]).toContain(found.get(idOf(3)));
        expect([found.get(idOf(1)), found.get(idOf(2))]).toEqual(["Story 1", "Story 2"]);
      },
    );

    it.each(killPoints)(
      "after %i writes of a new text leaves the old or the new",
      async (writes) => {
        disk = await preparedDisk();
        const store = await startStore(disk, { mirror: mirror() });
        disk.operationsLeft = writes;
        await store.save(article(1, { title: "Mended" }), digestOf(5));
        const found = await texts(await startStore(copyOf(disk)));
        expect(["Story 1", "Mended"]).toContain(found.get(idOf(1)));
        expect(found.size).toBe(2);
      },
    );

    it.each(killPoints)("after %i writes of a removal leaves it saved or gone", async (writes) => {
      disk = await preparedDisk();
      const store = await startStore(disk, { mirror: mirror() });
      disk.operationsLeft = writes;
      await store.unsave(idOf(1)).catch(() => undefined);
      const after = copyOf(disk);
      const found = await texts(await startStore(after));
      expect([undefined, "Story 1"]).toContain(found.get(idOf(1)));
      expect(found.get(idOf(2))).toBe("Story 2");
    });

    it.each(killPoints)("after %i writes of a removal on a full disk too", async (writes) => {
      disk = await preparedDisk();
      const store = await startStore(disk, { mirror: mirror() });
      disk.quota = disk.used();
      disk.operationsLeft = writes;
      await store.unsave(idOf(1)).catch(() => undefined);
      const found = await texts(await startStore(copyOf(disk)));
      expect([undefined, "Story 1"]).toContain(found.get(idOf(1)));
      expect(found.get(idOf(2))).toBe("Story 2");
    });
  });

  it.each(Array.from({ length: 14 }, (_, at) => at))(
    "after %i writes of healing loses nothing, and the next start completes it (C43)",
    async (writes) => {
      await preparedDisk();
      const emptied = new FakeStorage();
      emptied.operationsLeft = writes;
      await startStore(emptied);
      const after = copyOf(emptied);
      expect([...(await texts(await startStore(after))).keys()]).toEqual([idOf(2), idOf(1)]);
      expect([...after.values.keys()].filter((key) => key.includes("record"))).toHaveLength(2);
    },
  );

  it("leaves no body behind that no record names", async () => {
    disk = await preparedDisk();
    disk.values.set(storageKey.body(idOf(7), digestOf(7)), "left by a killed page");
    disk.values.set("offprint:body:of another kind", "foreign");
    await startStore(disk);
    expect(disk.values.has(storageKey.body(idOf(7), digestOf(7)))).toBe(false);
    expect(disk.values.has("offprint:body:of another kind")).toBe(true);
  });
});

describe("values that can't be read", () => {
  const good = () => disk.values.get(storageKey.record(idOf(1))) ?? "";
  const damages: [string, () => string][] = [
    ["nothing", () => ""],
    ["a truncated value", () => good().slice(0, 100)],
    ["null", () => "null"],
    ["a list", () => "[]"],
    ["a number", () => "1"],
    ["undefined", () => "undefined"],
    ["wrong types", () => good().replace(/"rev":\d+/, '"rev":"1"')],
    ["a negative revision", () => good().replace(/"rev":\d+/, '"rev":-1')],
    ["another article's record", () => good().replaceAll(idOf(1), idOf(5))],
    ["6 MB", () => "x".repeat(6_000_000)],
    ["a prototype", () => '{"__proto__":{"v":1}}'],
  ];

  it.each(damages)("%s is told and left, and the others load (C40)", async (_, damage) => {
    deniedDatabase();
    const store = await startStore(disk);
    await store.save(article(1), digestOf(1));
    await store.save(article(2), digestOf(2));
    const key = storageKey.record(idOf(1));
    disk.values.set(key, damage());
    const before = new Map(disk.values);
    const later = await startStore(disk);
    expect(idsOf(later)).toEqual([idOf(2)]);
    expect(later.getSnapshot().unreadable).toMatchObject([{ key, reason: "damaged" }]);
    expect(disk.values).toEqual(before);
    expect(await later.save(article(1), digestOf(1))).toEqual({
      kind: "failed",
      reason: "occupied",
    });
    await later.removeUnreadable(key);
    expect(later.getSnapshot().unreadable).toEqual([]);
    expect(await later.save(article(1), digestOf(1))).toMatchObject({ kind: "saved" });
  });

  it.each(damages)(
    "%s in localStorage is made up for by the mirror, and left",
    async (_, damage) => {
      await (await startStore(disk)).save(article(1), digestOf(1));
      const key = storageKey.record(idOf(1));
      const value = damage();
      disk.values.set(key, value);
      const later = await startStore(disk);
      expect(idsOf(later)).toEqual([idOf(1)]);
      expect(await later.open(idOf(1))).toEqual(article(1));
      expect(disk.values.get(key)).toBe(value);
    },
  );

  it("of a newer version are left untouched, and named so (C42)", async () => {
    const key = storageKey.record(idOf(1));
    disk.values.set(key, '{"v":99,"id":"unknown","more":true}');
    disk.values.set(storageKey.body(idOf(1), digestOf(1)), "packed in a way that we don't know");
    disk.values.set(storageKey.gone(idOf(2)), '{"v":99}');
    const before = new Map(disk.values);
    const store = await startStore(disk);
    expect(store.getSnapshot().unreadable.map(({ reason }) => reason)).toEqual(["newer", "newer"]);
    expect(await store.save(article(1), digestOf(1))).toMatchObject({ reason: "occupied" });
    await store.unsave(idOf(1));
    expect(disk.values).toEqual(before);
  });

  it("are handed out as they are, also when nothing else is there (C41)", async () => {
    disk.values.set(storageKey.record(idOf(1)), "{");
    disk.values.set(storageKey.record(idOf(2)), "half");
    const store = await startStore(disk);
    expect(idsOf(store)).toEqual([]);
    expect(store.unreadableValues()).toEqual(
      new Map([
        [storageKey.record(idOf(1)), "{"],
        [storageKey.record(idOf(2)), "half"],
      ]),
    );
  });

  it.each([
    ["is damaged", (text: string) => `${text.slice(0, 40)}${text.slice(60)}`],
    ["is of another alphabet", () => "plain"],
    ["is empty", () => ""],
  ])("a text that %s says so when it is opened", async (_, damage) => {
    deniedDatabase();
    const store = await startStore(disk);
    await store.save(article(1), digestOf(1));
    const key = storageKey.body(idOf(1), digestOf(1));
    disk.values.set(key, damage(disk.values.get(key) ?? ""));
    await expect(store.open(idOf(1))).rejects.toMatchObject({
      name: "SavedError",
      kind: "damaged",
    });
  });

  it("a damaged text is opened from the mirror", async () => {
    const store = await startStore(disk);
    await store.save(article(1), digestOf(1));
    disk.values.set(storageKey.body(idOf(1), digestOf(1)), "plain");
    expect(await store.open(idOf(1))).toEqual(article(1));
  });

  it("a text that is lost in both places says so", async () => {
    const store = await startStore(disk);
    await store.save(article(1), digestOf(1));
    freshDatabase();
    disk.values.delete(storageKey.body(idOf(1), digestOf(1)));
    await expect((await startStore(disk)).open(idOf(1))).rejects.toMatchObject({ kind: "lost" });
  });

  it("foreign keys and names of object parts are passed over (C44)", async () => {
    const foreign = ["__proto__", "offprint:record:__proto__", "offprint:record:", "extension:x"];
    for (const key of foreign) disk.values.set(key, '{"__proto__":{"polluted":true}}');
    const store = await startStore(disk);
    expect(store.getSnapshot()).toMatchObject({ records: [], unreadable: [] });
    expect(Object.hasOwn(Object.prototype, "polluted")).toBe(false);
    expect([...disk.values.keys()]).toEqual(foreign);
  });
});

it("a part of the app that could not be loaded is told, and asked for again", async () => {
  await (await startStore(disk)).save(article(1), digestOf(1));
  let isOnline = false;
  const store = createSavedStore({
    storage: openStorage(() => disk),
    openMirror: async () => {
      if (!isOnline) throw new TypeError("Failed to fetch dynamically imported module");
      return createMirror("offprint", 200);
    },
    tabs: fakeTabs(),
    now: () => NOON,
  });
  await store.start();
  expect(store.getSnapshot().records).toHaveLength(1);
  expect(await store.save(article(2), digestOf(2))).toEqual({ kind: "failed", reason: "unloaded" });
  await expect(store.open(idOf(1))).rejects.toMatchObject({ kind: "unloaded" });
  await expect(store.unsave(idOf(1))).rejects.toMatchObject({ kind: "unloaded" });
  isOnline = true;
  expect(await store.save(article(2), digestOf(2))).toMatchObject({ kind: "saved" });
  expect(await store.open(idOf(1))).toEqual(article(1));
});

describe("while its list is drawn the mirror is left alone", () => {
  /** Opens the store where the mirror alone knows of a story, and of a later form of another. */
  async function openEarly() {
    const store = await startStore(disk);
    await store.save(article(1), digestOf(1));
    const old = new Map(disk.values);
    await store.save(article(1, { title: "A later form" }), digestOf(2));
    await store.save(article(3), digestOf(3));
    disk.values.clear();
    for (const [key, value] of old) disk.values.set(key, value);
    let asked = 0;
    const early = createSavedStore({
      storage: openStorage(() => disk),
      openMirror: async () => {
        asked++;
        return createMirror("offprint", 2_000);
      },
      tabs: fakeTabs(),
      now: () => NOON,
      turn: () => new Promise(() => undefined),
    });
    void early.start();
    return { early, asked: () => asked };
  }
  it("until its turn has come", async () => {
    const { early, asked } = await openEarly();
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(early.getSnapshot().records.map(({ summary }) => summary.title)).toEqual(["Story 1"]);
    expect([asked(), early.getSnapshot().isComplete]).toEqual([0, false]);
  });

  it("or until a story is opened that it alone may have", async () => {
    const { early } = await openEarly();
    expect(await early.open(idOf(3))).toEqual(article(3));
    expect(early.getSnapshot().isComplete).toBe(true);
  });

  it("or until something is saved, which comes behind all that it has", async () => {
    const { early } = await openEarly();
    expect(await early.save(article(2), digestOf(2))).toMatchObject({ kind: "saved" });
    const [newest, ...others] = early.getSnapshot().records;
    expect(newest?.id).toBe(idOf(2));
    expect(others.map(({ summary }) => summary.title)).toEqual(["Story 3", "A later form"]);
    expect(Math.max(...others.map(({ rev }) => rev))).toBeLessThan(newest?.rev ?? 0);
  });
});

describe("two tabs", () => {
  it("show what the other saved and took out once they hear of it (C35)", async () => {
    const [one, two] = [await startStore(disk), await startStore(disk)];
    await one.save(article(1), digestOf(1));
    two.tabs.tell(storageKey.record(idOf(1)));
    await expect.poll(() => idsOf(two)).toEqual([idOf(1)]);
    await two.unsave(idOf(1));
    one.tabs.tell(null);
    await expect.poll(() => idsOf(one)).toEqual([]);
  });

  it("that save at once lose nothing (C35)", async () => {
    const [one, two] = [await startStore(disk), await startStore(disk)];
    await Promise.all(
      Array.from({ length: 50 }, (_, at) => (at % 2 ? one : two).save(article(at), digestOf(at))),
    );
    expect(idsOf(await startStore(disk))).toHaveLength(50);
  });

  it("that toggle one article end in one state, with no ghost (C36)", async () => {
    const [one, two] = [await startStore(disk), await startStore(disk)];
    await one.save(article(1), digestOf(1));
    two.tabs.tell(null);
    await expect.poll(() => idsOf(two)).toEqual([idOf(1)]);
    await Promise.all([one.unsave(idOf(1)), two.save(article(1), digestOf(2))]);
    one.tabs.tell(null);
    two.tabs.tell(null);
    const after = await startStore(disk);
    await expect.poll(() => [idsOf(one), idsOf(two)]).toEqual([idsOf(after), idsOf(after)]);
    for (const id of idsOf(after)) expect((await after.open(id)).id).toBe(id);
  });

  it("hear of what fits into the mirror alone", async () => {
    const [one, two] = [await startStore(disk), await startStore(disk)];
    disk.quota = 0;
    await one.save(article(1), digestOf(1));
    two.tabs.tell(storageKey.record(idOf(1)));
    await expect.poll(() => idsOf(two), { timeout: 3_000 }).toEqual([idOf(1)]);
  });

  it("do not look again for what is not about saved articles", async () => {
    const store = await startStore(disk);
    const before = store.getSnapshot();
    store.tabs.tell(storageKey.settings());
    expect(store.getSnapshot()).toBe(before);
  });
});

describe("every version of the stored form is read for ever", () => {
  const versions: [string, Record<string, string>][] = [
    ["1", savedV1],
    ["2", savedV2],
  ];

  it.each(versions)("version %s", async (_, values) => {
    for (const [key, value] of Object.entries(values)) disk.values.set(key, value);
    const store = await startStore(disk);
    expect(store.getSnapshot()).toMatchObject({
      unreadable: [],
      records: [{ id: idOf(1), rev: 1 }],
    });
    expect(await store.open(idOf(1))).toMatchObject({
      title: "The bed of the river",
      source: "The Surveyor",
      translations: [{ title: "Le lit" }],
    });
    expect(disk.values.has(storageKey.gone(idOf(2)))).toBe(true);
    // What nobody changed is not rewritten.
    for (const [key, value] of Object.entries(values)) expect(disk.values.get(key)).toBe(value);
  });

  it("version 1 becomes version 2 when it is changed", async () => {
    for (const [key, value] of Object.entries(savedV1)) disk.values.set(key, value);
    const store = await startStore(disk);
    await (await store.unsave(idOf(1)))();
    expect(JSON.parse(disk.values.get(storageKey.record(idOf(1))) ?? "")).toMatchObject({
      v: 2,
      order: 1,
      savedAt: "2026-11-22T12:00:00Z",
      changedAt: "2026-11-22T12:00:00Z",
    });
    expect(await store.open(idOf(1))).toMatchObject({ title: "The bed of the river" });
  });
});
