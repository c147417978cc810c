import { beforeEach, expect, it } from "vitest";
import { openStorage } from "#data/device/local-storage.ts";
import { createRecordStore } from "#data/device/record-store.ts";
import { storageKey } from "#data/device/storage-keys.ts";
import { type NamedView, parseNamedView } from "#model/named-view.ts";
import { FakeStorage, fakeTabs, NOON } from "./fakes.ts";

let disk: FakeStorage;

beforeEach(() => {
  disk = new FakeStorage();
});

function open() {
  const tabs = fakeTabs();
  const store = createRecordStore<NamedView>(
    { storage: openStorage(() => disk), tabs, now: () => NOON },
    storageKey.view,
    parseNamedView,
  );
  const names = () => store.getSnapshot().map(({ name }) => name);
  return { ...store, tabs, names };
}

const viewOf = (id: string, name: string) => ({ v: 1 as const, id, name, search: "?tag=ice" });

it("records are kept in the order of their ids, changed, and removed with a way back", () => {
  const store = open();
  store.put(viewOf("b", "Second"));
  store.put(viewOf("a", "First"));
  store.put(viewOf("b", "Last"));
  expect(open().names()).toEqual(["First", "Last"]);
  const [first] = store.getSnapshot();
  const undo = first && store.remove(first);
  expect(store.names()).toEqual(["Last"]);
  // What is left of it tells other devices.
  expect(JSON.parse(disk.values.get(storageKey.view("a")) ?? "")).toMatchObject({ isGone: true });
  undo?.();
  expect(open().names()).toEqual(["First", "Last"]);
});

it("what another tab does is seen, and what can't be read is left as it is", () => {
  const [one, two] = [open(), open()];
  disk.values.set(storageKey.view("z"), "{");
  one.put(viewOf("a", "First"));
  two.tabs.tell(storageKey.view("a"));
  expect(two.names()).toEqual(["First"]);
  expect(disk.values.get(storageKey.view("z"))).toBe("{");
});

it("on a full disk nothing is kept, and that is said", () => {
  disk.quota = 0;
  expect(open().put(viewOf("a", "First"))).toBe(false);
});
