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
  type openStore,
  startStore,
} from "./fakes.ts";

let disk: FakeStorage;

beforeEach(() => {
  disk = new FakeStorage();
  freshDatabase();
});

type Store = ReturnType<typeof openStore>;

const titles = (store: Store) => store.getSnapshot().records.map(({ summary }) => summary.title);
const recordOf = (store: Store, number: number) => store.getSnapshot().byId.get(idOf(number));
const removed = (store: Store) => store.inTurn((work) => work.removed());

async function storeOf(...numbers: number[]): Promise<Store> {
  const store = await startStore(disk);
  for (const number of numbers) await store.save(article(number), digestOf(number));
  return store;
}

describe("many at once", () => {
  it("are taken out, and one undo puts all back in their places", async () => {
    const store = await storeOf(1, 2, 3, 4);
    const taken = await store.inTurn((work) => work.takeOut([idOf(2), idOf(4), idOf(9)]));
    expect(titles(store)).toEqual(["Story 3", "Story 1"]);
    expect(titles(await startStore(disk))).toEqual(["Story 3", "Story 1"]);
    const results = await store.inTurn((work) => work.putBack(taken));
    expect(results).toEqual([
      { kind: "saved", isLocal: true, isMirrored: true },
      { kind: "saved", isLocal: true, isMirrored: true },
    ]);
    for (const each of [store, await startStore(disk)]) {
      expect(titles(each)).toEqual(["Story 4", "Story 3", "Story 2", "Story 1"]);
      for (const at of [1, 2, 3, 4]) expect(await each.open(idOf(at))).toEqual(article(at));
    }
  });

  it("are put back without the mirror too", async () => {
    deniedDatabase();
    const store = await storeOf(1, 2);
    const taken = await store.inTurn((work) => work.takeOut([idOf(1), idOf(2)]));
    expect(titles(store)).toEqual([]);
    await store.inTurn((work) => work.putBack(taken));
    expect(await (await startStore(disk)).open(idOf(2))).toEqual(article(2));
  });

  it("each find their place where the disk does not do for all", async () => {
    const store = await storeOf(1);
    await store.save(article(2, { body: denseText(60_000) }), digestOf(2));
    const taken = await store.inTurn((work) => work.takeOut([idOf(1), idOf(2)]));
    disk.quota = disk.used() + 5_000;
    await store.inTurn((work) => work.putBack(taken));
    expect([1, 2].map((at) => recordOf(store, at)?.body)).toEqual(["local", "mirror"]);
    expect((await store.open(idOf(2))).body).toHaveLength(60_000);
  });

  it("say which could not be put back because something unreadable lies there", async () => {
    const store = await storeOf(1);
    const taken = await store.inTurn((work) => work.takeOut([idOf(1)]));
    disk.values.set(storageKey.record(idOf(1)), "half");
    store.tabs.tell(null);
    await expect.poll(() => store.getSnapshot().unreadable).toHaveLength(1);
    expect(await store.inTurn((work) => work.putBack(taken))).toEqual([
      { kind: "failed", reason: "occupied" },
    ]);
    expect(disk.values.get(storageKey.record(idOf(1)))).toBe("half");
  });
});

describe("what the reader notes on an article", () => {
  it("is kept in both places, leaves its text, and is undone", async () => {
    const store = await storeOf(1, 2, 3);
    const noted = { archived: true, labels: ["For the train"] };
    const earlier = await store.inTurn((work) => work.mark([idOf(1), idOf(3)], () => noted));
    expect([...earlier]).toEqual([
      [idOf(1), {}],
      [idOf(3), {}],
    ]);
    expect(titles(store)).toEqual(["Story 3", "Story 2", "Story 1"]);
    for (const lose of [() => undefined, () => disk.values.clear()]) {
      lose();
      const later = await startStore(disk);
      expect(recordOf(later, 1)).toMatchObject({ ...noted, v: 2, body: "local" });
      expect(recordOf(later, 2)).not.toHaveProperty("archived");
      expect(await later.open(idOf(3))).toEqual(article(3));
    }
    await store.inTurn((work) => work.mark([...earlier.keys()], ({ id }) => earlier.get(id) ?? {}));
    expect(recordOf(await startStore(disk), 1)).not.toHaveProperty("labels");
  });

  it("survives a new text, and a removal that is undone", async () => {
    const store = await storeOf(1);
    const noted = { archived: true, labels: ["Maps"] };
    await store.inTurn((work) => work.mark([idOf(1)], () => noted));
    await store.save(article(1, { title: "Mended" }), digestOf(5));
    await (await store.unsave(idOf(1)))();
    expect(recordOf(store, 1)).toMatchObject({ ...noted, digest: digestOf(5) });
  });

  it("gives the mirror a text that it did not have", async () => {
    const mirror = createMirror("offprint", 200);
    const refuse = () => Promise.reject(new Error("busy"));
    let isRefusing = true;
    const store = await startStore(disk, {
      mirror: { ...mirror, put: (copies) => (isRefusing ? refuse() : mirror.put(copies)) },
    });
    await store.save(article(1), digestOf(1));
    isRefusing = false;
    await store.inTurn((work) => work.mark([idOf(1)], () => ({ archived: true })));
    disk.values.clear();
    const later = await startStore(disk);
    expect(recordOf(later, 1)).toMatchObject({ archived: true });
    expect(await later.open(idOf(1))).toEqual(article(1));
  });

  it("goes to the mirror where localStorage is full to the last character", async () => {
    const store = await storeOf(1);
    disk.quota = disk.used();
    await store.inTurn((work) => work.mark([idOf(1)], () => ({ labels: ["A long name for it"] })));
    const later = await startStore(disk);
    expect(recordOf(later, 1)).toMatchObject({ labels: ["A long name for it"] });
    expect(await later.open(idOf(1))).toEqual(article(1));
  });

  it("says so where neither place takes it, and leaves what was there", async () => {
    deniedDatabase();
    const store = await storeOf(1);
    disk.quota = disk.used();
    const before = new Map(disk.values);
    const marking = store.inTurn((work) => work.mark([idOf(1)], () => ({ labels: ["Much"] })));
    await expect(marking).rejects.toMatchObject({ name: "SavedError", kind: "denied" });
    expect(disk.values).toEqual(before);
  });

  it.each([0, 1, 2])(
    "is there or not after a kill at write %i, and the text is",
    async (writes) => {
      const store = await storeOf(1);
      disk.operationsLeft = writes;
      await store.inTurn((work) => work.mark([idOf(1)], () => ({ archived: true }))).catch(() => 0);
      disk.operationsLeft = Number.POSITIVE_INFINITY;
      expect(await (await startStore(disk)).open(idOf(1))).toEqual(article(1));
    },
  );
});

describe("what was taken out", () => {
  it("can be put back by a page that was opened later", async () => {
    await (await storeOf(1, 2, 3)).unsave(idOf(2));
    const later = await startStore(disk);
    const aside = await removed(later);
    expect(aside.map(({ record }) => record.summary.title)).toEqual(["Story 2"]);
    await later.inTurn((work) => work.putBack(aside.map(({ record }) => ({ record, body: null }))));
    expect(titles(later)).toEqual(["Story 3", "Story 2", "Story 1"]);
    const last = await startStore(disk);
    expect(await last.open(idOf(2))).toEqual(article(2));
    expect(disk.values.has(storageKey.body(idOf(2), digestOf(2)))).toBe(true);
    expect(await removed(last)).toEqual([]);
  });

  it("is kept aside for thirty days, the text with it", async () => {
    const store = await storeOf(1);
    await store.unsave(idOf(1));
    const inTime = await startStore(disk, { now: new Date("2026-12-22T11:00:00Z") });
    expect(await removed(inTime)).toHaveLength(1);
    const late = await startStore(disk, { now: new Date("2026-12-22T13:00:00Z") });
    expect(await removed(late)).toEqual([]);
    const record = recordOf(await storeOf(2), 2);
    const bodies = await createMirror("offprint", 200).bodies(
      record ? [{ ...record, id: idOf(1), digest: digestOf(1) }] : [],
    );
    expect(bodies).toEqual([null]);
  });

  it("is not listed once it is saved again, and purging it leaves the new copy", async () => {
    const store = await storeOf(1);
    await store.unsave(idOf(1));
    await store.save(article(1), digestOf(1));
    expect(await removed(store)).toEqual([]);
    await createMirror("offprint", 200).purge([idOf(1)]);
    disk.values.clear();
    expect(await (await startStore(disk)).open(idOf(1))).toEqual(article(1));
  });

  it("is listed as nothing where the mirror is denied", async () => {
    deniedDatabase();
    const store = await storeOf(1);
    await store.unsave(idOf(1));
    expect(await removed(store)).toEqual([]);
  });
});
