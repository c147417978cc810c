import { beforeEach, expect, it } from "vitest";
import { type Belongings, createBelongings } from "#data/device/belongings.ts";
import { openStorage } from "#data/device/local-storage.ts";
import { createReadMarks } from "#data/device/marks.ts";
import { createPositions } from "#data/device/positions.ts";
import { createSettingsStore } from "#data/device/settings-store.ts";
import { storageKey } from "#data/device/storage-keys.ts";
import { DEFAULT_SETTINGS } from "#model/settings.ts";
import { FakeStorage, fakeTabs, idOf, NOON } from "./fakes.ts";

let disk: FakeStorage;

beforeEach(() => {
  disk = new FakeStorage();
});

const NOTHING: Belongings = {
  read: new Map(),
  unread: new Map(),
  positions: new Map(),
  mutes: new Map(),
  views: new Map(),
  settings: null,
};

function openDevice() {
  const storage = openStorage(() => disk);
  const tabs = fakeTabs();
  return {
    marks: createReadMarks({ storage, tabs, now: () => NOON }),
    positions: createPositions(storage, () => NOON),
    settings: createSettingsStore(storage, tabs, () => NOON),
    belongings: createBelongings(storage, () => tabs.tell(null), {
      marks: 20,
      positions: 20,
      records: 20,
    }),
  };
}

it("what one device has of marks, positions and settings is there on another after writing", () => {
  const one = openDevice();
  one.marks.put([
    [idOf(1), "read"],
    [idOf(3), "unread"],
  ]);
  const kept = { v: 1, label: "Ice", changedAt: "2026-11-22T12:00:00Z" };
  disk.values.set(
    storageKey.mute("tag:ice"),
    JSON.stringify({ ...kept, id: "tag:ice", kind: "tag" }),
  );
  disk.values.set(
    storageKey.view("a1"),
    JSON.stringify({ ...kept, id: "a1", name: "Ice", search: "?tag=ice" }),
  );
  one.positions.set(idOf(2), { block: 3, fraction: 0.5 });
  one.settings.change({ ...DEFAULT_SETTINGS, theme: "night" });
  const all = one.belongings.read();
  expect(all.read.get(idOf(1))).toBe("2026-11-22T12:00:00Z");
  expect(all.settings).toMatchObject({ theme: "night", changedAt: "2026-11-22T12:00:00Z" });

  disk = new FakeStorage();
  const other = openDevice();
  expect(other.belongings.write(all)).toBe(true);
  expect(other.marks.isRead(idOf(1))).toBe(true);
  expect(other.marks.markOf(idOf(3))).toBe("unread");
  expect([all.mutes.size, all.views.size]).toEqual([1, 1]);
  expect(other.positions.get(idOf(2))).toMatchObject({ block: 3, fraction: 0.5 });
  expect(other.settings.getSnapshot().theme).toBe("night");
  expect(other.belongings.read()).toEqual(all);
});

it("nothing is read of what can't be, and of a device on which nothing was chosen", () => {
  disk.values.set(storageKey.read("no-id"), "x");
  disk.values.set(storageKey.read(idOf(1)), "§");
  disk.values.set(storageKey.position(idOf(1)), "{");
  const { read, positions, settings } = openDevice().belongings.read();
  expect([[...read], positions.size, settings]).toEqual([
    [[idOf(1), "1970-01-01T00:00:00Z"]],
    0,
    null,
  ]);
});

it("says so where not everything can be kept", () => {
  const { belongings } = openDevice();
  disk.quota = 10;
  const read = new Map([[idOf(1), "2026-11-22T12:00:00Z"]]);
  expect(belongings.write({ ...NOTHING, read })).toBe(false);
});

it("takes the newest marks where there are more than a device keeps", () => {
  const { belongings, marks } = openDevice();
  const at = (minute: number) => new Date(Date.UTC(2026, 0, 1, 0, minute)).toISOString();
  const read = new Map(
    Array.from({ length: 30 }, (_, n) => [idOf(n), `${at(n).slice(0, 19)}Z`] as const),
  );
  expect(belongings.write({ ...NOTHING, read })).toBe(false);
  expect(marks.getSnapshot().size).toBe(20);
  expect([marks.isRead(idOf(9)), marks.isRead(idOf(10))]).toEqual([false, true]);
});

it("a story is marked one way alone, as what is written says", () => {
  const { belongings, marks } = openDevice();
  marks.put([
    [idOf(1), "read"],
    [idOf(2), "unread"],
  ]);
  const at = "2026-11-23T12:00:00Z";
  belongings.write({
    ...NOTHING,
    read: new Map([[idOf(2), at]]),
    unread: new Map([[idOf(1), at]]),
  });
  expect([1, 2].map((n) => marks.markOf(idOf(n)))).toEqual(["unread", "read"]);
  expect(disk.length).toBe(2);
});
