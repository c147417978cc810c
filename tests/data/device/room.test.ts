import { beforeEach, expect, it } from "vitest";
import { openStorage } from "#data/device/local-storage.ts";
import { createMirror } from "#data/device/mirror.ts";
import { makeRoom } from "#data/device/room.ts";
import { createShelf } from "#data/device/shelf.ts";
import { storageKey } from "#data/device/storage-keys.ts";
import { summaryOf } from "#model/article.ts";
import type { SavedRecord } from "#model/saved.ts";
import { article, digestOf, FakeStorage, freshDatabase, idOf } from "./fakes.ts";

const BODY = "packed".repeat(100);

function record(number: number): SavedRecord {
  return {
    v: 1,
    id: idOf(number),
    rev: number,
    order: number,
    savedAt: "2026-11-22T12:00:00Z",
    digest: digestOf(number),
    summary: summaryOf(article(number), digestOf(number)),
    body: "local",
    size: BODY.length,
  };
}

beforeEach(freshDatabase);

function places() {
  const disk = new FakeStorage();
  const shelf = createShelf(openStorage(() => disk));
  const records = [1, 2, 3].map(record);
  for (const one of records) shelf.put(one, BODY);
  const kept = () =>
    records.filter(({ id, digest }) => disk.values.has(storageKey.body(id, digest)));
  return { disk, shelf, mirror: createMirror("offprint", 200), records, kept };
}

it("room is made with the bodies that were saved longest ago, and no more of them than needed", async () => {
  const { shelf, mirror, records, kept } = places();
  await mirror.put(records.map((one) => ({ record: one, body: BODY })));
  await makeRoom({ shelf, mirror }, BODY.length + 1);
  expect(kept().map(({ order }) => order)).toEqual([3]);
  const bodies = [1, 2, 3].map((number) => shelf.holdings.records.get(idOf(number))?.body);
  expect(bodies).toEqual(["mirror", "mirror", "local"]);
});

it("room is made on a disk that is full to the last character", async () => {
  const { disk, shelf, mirror, records, kept } = places();
  await mirror.put(records.map((one) => ({ record: one, body: BODY })));
  disk.quota = disk.used();
  await makeRoom({ shelf, mirror }, 1);
  expect(kept()).toHaveLength(2);
  expect(shelf.holdings.records.get(idOf(1))?.body).toBe("mirror");
});

it("a body that the mirror does not have stays", async () => {
  const { shelf, mirror, records, kept } = places();
  await mirror.put(records.slice(1).map((one) => ({ record: one, body: BODY })));
  await makeRoom({ shelf, mirror }, BODY.length + 1);
  expect(kept().map(({ order }) => order)).toEqual([1, 3]);
  expect(shelf.holdings.records.get(idOf(1))?.body).toBe("local");
});

it("nothing moves where there is room, nor where the mirror is denied", async () => {
  const { shelf, mirror, kept } = places();
  await makeRoom({ shelf, mirror }, 0);
  expect(kept()).toHaveLength(3);
  const denied = { ...mirror, bodies: () => Promise.reject(new Error("denied")) };
  await expect(makeRoom({ shelf, mirror: denied }, 1)).rejects.toThrow("denied");
  expect(kept()).toHaveLength(3);
});
