import { beforeEach, expect, it } from "vitest";
import { openStorage } from "#data/device/local-storage.ts";
import { createPositions } from "#data/device/positions.ts";
import { storageKey } from "#data/device/storage-keys.ts";
import { article, digestOf, FakeStorage, freshDatabase, idOf, NOON, startStore } from "./fakes.ts";

let disk: FakeStorage;

beforeEach(() => {
  disk = new FakeStorage();
  freshDatabase();
});

function open(most?: number) {
  let time = NOON.getTime();
  return createPositions(
    openStorage(() => disk),
    () => {
      time += 1_000;
      return new Date(time);
    },
    most,
  );
}

it("a reading position is found again, and can be forgotten", () => {
  open().set(idOf(1), { block: 7, fraction: 0.5 });
  expect(open().get(idOf(1))).toMatchObject({ block: 7, fraction: 0.5 });
  open().forget(idOf(1));
  expect(open().get(idOf(1))).toBeNull();
});

it.each(["", "null", "{", '{"v":1,"block":-1}', '{"v":99}'])(
  "a position that can't be read (%s) is none, and the next one replaces it",
  (text) => {
    disk.values.set(storageKey.position(idOf(1)), text);
    expect(open().get(idOf(1))).toBeNull();
    open().set(idOf(1), { block: 1, fraction: 0 });
    expect(open().get(idOf(1))).toMatchObject({ block: 1 });
  },
);

it("of more positions than are worth keeping the oldest go", () => {
  const positions = open(20);
  for (let at = 0; at < 21; at++) positions.set(idOf(at), { block: at, fraction: 0 });
  expect(disk.length).toBe(19);
  expect([0, 1, 2, 20].map((at) => positions.get(idOf(at))?.block)).toEqual([
    undefined,
    undefined,
    2,
    20,
  ]);
});

it("a stale tab's position does not bring back an article that was taken out (C37)", async () => {
  const store = await startStore(disk);
  await store.save(article(1), digestOf(1));
  await store.unsave(idOf(1));
  open().set(idOf(1), { block: 3, fraction: 0 });
  expect((await startStore(disk)).getSnapshot().records).toEqual([]);
});

it("a full disk forgets the position without a word", () => {
  disk.quota = 0;
  open().set(idOf(1), { block: 3, fraction: 0 });
  expect(open().get(idOf(1))).toBeNull();
});
