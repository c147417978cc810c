import { IDBDatabase } from "fake-indexeddb";
import { createStore, set } from "idb-keyval";
import { beforeEach, describe, expect, it, onTestFinished, vi } from "vitest";
import { createMirror } from "#data/device/mirror.ts";
import { storageKey } from "#data/device/storage-keys.ts";
import { summaryOf } from "#model/article.ts";
import { parseSavedRecord, type SavedRecord } from "#model/saved.ts";
import { article, deniedDatabase, digestOf, freshDatabase, idOf } from "./fakes.ts";

function record(number: number, rev: number, parts: Partial<SavedRecord> = {}): SavedRecord {
  return parseSavedRecord({
    v: 1,
    id: idOf(number),
    rev,
    order: rev,
    savedAt: "2026-11-22T12:00:00Z",
    digest: digestOf(rev),
    summary: summaryOf(article(number), digestOf(rev)),
    body: "local",
    size: 4,
    ...parts,
  });
}

const open = () => createMirror("offprint", 200);

beforeEach(freshDatabase);

describe("the mirror", () => {
  it("gives back records and bodies, also to another page", async () => {
    await open().put([1, 2].map((rev) => ({ record: record(rev, rev), body: `body ${rev}` })));
    const { records } = await open().read();
    expect([...records.values()]).toEqual([record(1, 1), record(2, 2)]);
    expect(await open().bodies([record(2, 2), record(3, 3)])).toEqual(["body 2", null]);
  });

  it("sees at a second reading what another page changed, took out and cleared", async () => {
    const [one, two] = [open(), open()];
    await one.put([1, 2, 3].map((rev) => ({ record: record(rev, rev), body: "body" })));
    await two.read();
    await one.put([{ record: record(1, 4), body: "body" }]);
    await one.bury([{ v: 1, id: idOf(2), rev: 5 }]);
    await one.drop([storageKey.record(idOf(3))]);
    const { records, tombstones } = await two.read();
    expect([...records.values()].map(({ rev }) => rev)).toEqual([4]);
    expect([...tombstones.keys()]).toEqual([idOf(2)]);
  });

  it("keeps the newer of two forms, in whichever order they come, and only its body", async () => {
    const mirror = open();
    for (const rev of [2, 3, 1]) {
      await mirror.put([{ record: record(1, rev), body: `body ${rev}` }]);
    }
    expect((await mirror.read()).records.get(idOf(1))?.rev).toBe(3);
    const all = [1, 2, 3].map((rev) => record(1, rev));
    expect(await mirror.bodies(all)).toEqual([null, null, "body 3"]);
  });

  it("lets a tombstone beat what is at most as new, before and after", async () => {
    const mirror = open();
    await mirror.put([{ record: record(1, 2), body: "body" }]);
    await mirror.bury([{ v: 1, id: idOf(1), rev: 2 }]);
    await mirror.put([{ record: record(1, 2), body: "body" }]);
    expect((await mirror.read()).records.size).toBe(0);
    await mirror.purge([idOf(1)]);
    expect(await mirror.bodies([record(1, 2)])).toEqual([null]);
    await mirror.put([{ record: record(1, 3), body: "again" }]);
    await mirror.bury([{ v: 1, id: idOf(1), rev: 1 }]);
    expect((await mirror.read()).records.get(idOf(1))?.rev).toBe(3);
    expect((await mirror.read()).tombstones.get(idOf(1))?.rev).toBe(2);
  });

  it("keeps the body of a record that changes without one", async () => {
    const mirror = open();
    await mirror.put([{ record: record(1, 1), body: "body" }]);
    const changed = record(1, 2, { digest: digestOf(1) });
    await mirror.put([{ record: changed, body: null }]);
    expect(await mirror.bodies([changed])).toEqual(["body"]);
  });

  it("never writes over what it can't read", async () => {
    const raw = createStore("offprint", "saved");
    await set(storageKey.record(idOf(1)), '{"v":99}', raw);
    await set(storageKey.gone(idOf(2)), 5, raw);
    const mirror = open();
    await mirror.put([{ record: record(1, 9), body: "body" }]);
    await mirror.bury([{ v: 1, id: idOf(2), rev: 9 }]);
    const { records, tombstones, unreadable } = await mirror.read();
    expect([records.size, tombstones.size]).toEqual([0, 0]);
    expect([...unreadable.values()].map(({ reason }) => reason)).toEqual(["newer", "damaged"]);
  });

  it("writes all of a batch or nothing", async () => {
    const mirror = open();
    const unclonable: string = Object.assign(() => undefined) as never;
    await expect(
      mirror.put([
        { record: record(1, 1), body: "body" },
        { record: record(2, 2), body: unclonable },
      ]),
    ).rejects.toThrow();
    expect((await open().read()).records.size).toBe(0);
  });

  it("opens a connection that was closed behind its back anew", async () => {
    const mirror = open();
    await mirror.put([{ record: record(1, 1), body: "body" }]);
    const transaction = IDBDatabase.prototype.transaction;
    let failures = 1;
    IDBDatabase.prototype.transaction = function (...names) {
      if (failures-- > 0) throw new DOMException("closing", "InvalidStateError");
      return transaction.apply(this, names);
    };
    const read = await mirror.read().finally(() => {
      IDBDatabase.prototype.transaction = transaction;
    });
    expect(read.records.size).toBe(1);
  });

  it("rejects where the database is denied, missing or silent, and never breaks its making", async () => {
    deniedDatabase();
    await expect(open().read()).rejects.toThrow("denied");
    Object.assign(globalThis, { indexedDB: undefined });
    await expect(open().put([])).rejects.toThrow();
    Object.assign(globalThis, { indexedDB: { open: () => ({}) } });
    await expect(createMirror("offprint", 5).read()).rejects.toThrow("does not answer");
  });
});

describe("the mirror on a full disk", () => {
  /** Lets this many of the next transactions that write fail for want of space. */
  function fill(times: number): void {
    let left = times;
    const { transaction } = IDBDatabase.prototype;
    const spy = vi.spyOn(IDBDatabase.prototype, "transaction");
    spy.mockImplementation(function (this: IDBDatabase, names, mode, options) {
      if (mode === "readwrite" && left-- > 0) {
        throw new DOMException("full", "QuotaExceededError");
      }
      return transaction.call(this, names, mode, options);
    });
    onTestFinished(() => spy.mockRestore());
  }
  const freeing = (steps: number) => {
    const asked: number[] = [];
    return { asked, free: async () => asked.push(asked.length) <= steps };
  };

  it("lets go of what can be had again, a step at a time, until there is room", async () => {
    const { asked, free } = freeing(5);
    const mirror = createMirror("offprint", 200, free);
    fill(3);
    await mirror.put([{ record: record(1, 1), body: "text" }]);
    expect(asked).toHaveLength(3);
    expect(await mirror.bodies([record(1, 1)])).toEqual(["text"]);
  });

  it("lets go of what was taken out where there is no such thing, and of nothing that is saved", async () => {
    const mirror = createMirror("offprint", 200, freeing(0).free);
    await mirror.put([1, 2].map((number) => ({ record: record(number, number), body: "text" })));
    await mirror.bury([{ v: 1, id: idOf(1), rev: 3 }]);
    expect((await mirror.removed()).size).toBe(1);
    fill(1);
    await mirror.put([{ record: record(3, 4), body: "more" }]);
    expect((await mirror.removed()).size).toBe(0);
    expect(await mirror.bodies([record(1, 1), record(2, 2), record(3, 4)])).toEqual([
      null,
      "text",
      "more",
    ]);
  });

  it("says so where nothing is left to go", async () => {
    const mirror = createMirror("offprint", 200, freeing(0).free);
    await mirror.put([{ record: record(1, 1), body: "text" }]);
    fill(1);
    await expect(mirror.put([{ record: record(2, 2), body: "more" }])).rejects.toMatchObject({
      name: "QuotaExceededError",
    });
    expect(await mirror.bodies([record(1, 1)])).toEqual(["text"]);
  });
});
