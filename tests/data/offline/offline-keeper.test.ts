import { beforeEach, describe, expect, it } from "vitest";
import { openStorage } from "#data/device/local-storage.ts";
import { storageKey } from "#data/device/storage-keys.ts";
import { createOfflineKeeper } from "#data/offline/offline-keeper.ts";
import { FIRST_CHOICE } from "#model/keep-offline.ts";
import { FakeStorage, idOf } from "../device/fakes.ts";
import { FakeHost } from "./fake-host.ts";

let disk: FakeStorage;
let host: FakeHost;
let isBusy: boolean;
beforeEach(() => {
  disk = new FakeStorage();
  host = new FakeHost();
  isBusy = false;
});

const open = (openCache = async () => host.cache) =>
  createOfflineKeeper({
    storage: openStorage(() => disk),
    openCache,
    removeCache: async () => host.kept.clear(),
    fetch: host.fetch,
    base: "/",
    alone: async (work) => {
      if (!isBusy) await work();
      return !isBusy;
    },
  });

const state = () => ({ isRead: () => false, isSaved: () => false, now: new Date() });
const stories = (...numbers: number[]) =>
  numbers.map((number) => {
    const { id, digest, bytes } = host.publish(number);
    return { story: { id, digest }, size: [bytes, 0] as [number, number], isForUnread: false };
  });

async function offered(keeper: ReturnType<typeof open>, ...numbers: number[]) {
  const made = await keeper.offer(FIRST_CHOICE, async () => stories(...numbers), state);
  if (!made) throw new Error("Nothing was offered.");
  return made;
}

describe("what is kept offline", () => {
  it("is told with its size before anything of it is fetched", async () => {
    const keeper = open();
    const made = await offered(keeper, 1, 2);
    expect(made.lacking).toEqual({ stories: 2, bytes: made.plan.textBytes });
    expect(host.asked).toEqual([]);
    expect(disk.getItem(storageKey.offline())).toBeNull();
  });

  it("is there for a page that is opened later, and the choice with it", async () => {
    const keeper = open();
    await keeper.keep(await offered(keeper, 1, 2));
    expect(keeper.getSnapshot().work).toEqual({
      kind: "ended",
      outcome: { end: "done", missing: 0 },
    });
    const later = open();
    await later.look();
    expect(later.getSnapshot()).toMatchObject({
      choice: FIRST_CHOICE,
      kept: { ids: new Set([idOf(1), idOf(2)]), bytes: host.bytes },
    });
    expect((await offered(later, 1, 2, 3)).lacking.stories).toBe(1);
  });

  it("goes when the choice is taken back", async () => {
    const keeper = open();
    await keeper.keep(await offered(keeper, 1));
    await keeper.keepNothing();
    expect(keeper.getSnapshot()).toMatchObject({ choice: null, kept: { bytes: 0 } });
    expect(host.kept.size).toBe(0);
    expect(disk.length).toBe(0);
  });

  it("is as before where the reader cancels, the choice too", async () => {
    const keeper = open();
    const made = await offered(keeper, 1, 2, 3, 4, 5);
    keeper.subscribe(() => {
      const { work } = keeper.getSnapshot();
      if (work.kind === "keeping" && work.progress.stories === 1) keeper.cancel();
    });
    await keeper.keep(made);
    expect(keeper.getSnapshot()).toMatchObject({
      choice: null,
      kept: { bytes: 0 },
      work: { outcome: { end: "cancelled" } },
    });
  });

  it("waits while it is paused, and says so", async () => {
    const keeper = open();
    const made = await offered(keeper, 1, 2, 3, 4, 5, 6, 7, 8);
    let isPaused = false;
    keeper.subscribe(() => {
      const { work } = keeper.getSnapshot();
      if (isPaused || work.kind !== "keeping" || work.progress.stories !== 1) return;
      isPaused = true;
      keeper.pause();
    });
    const keeping = keeper.keep(made);
    await expect.poll(() => keeper.getSnapshot().work).toMatchObject({ isPaused: true });
    const asked = host.asked.length;
    expect(asked).toBeLessThan(8);
    keeper.goOn();
    await keeping;
    expect(keeper.getSnapshot().work).toMatchObject({ outcome: { end: "done" } });
    expect(host.asked).toHaveLength(8);
  });

  it("is left to the tab that is at it", async () => {
    const keeper = open();
    const made = await offered(keeper, 1);
    isBusy = true;
    await keeper.keep(made);
    expect(keeper.getSnapshot().work).toEqual({ kind: "busy" });
    expect(host.asked).toEqual([]);
  });

  it("is told not to be possible where the browser denies it", async () => {
    const keeper = open(async () => Promise.reject(new DOMException("denied", "SecurityError")));
    const made = await offered(keeper, 1);
    await keeper.keep(made);
    expect(keeper.getSnapshot().work).toMatchObject({ outcome: { end: "denied" } });
    expect(keeper.getSnapshot().choice).toBeNull();
  });

  it("is nothing where a choice that is stored can't be read", async () => {
    disk.setItem(storageKey.offline(), '{"v":1,"newest":"all"}');
    const keeper = open();
    await keeper.look();
    expect(keeper.getSnapshot().choice).toBeNull();
  });

  it("says why it can't be found out how large it is", async () => {
    const keeper = open();
    await keeper.offer(FIRST_CHOICE, () => Promise.reject(new Error("no network")), state);
    expect(keeper.getSnapshot().work).toMatchObject({
      kind: "failed",
      error: { message: "no network" },
    });
  });
});
