import { beforeEach, expect, it } from "vitest";
import { openStorage } from "#data/device/local-storage.ts";
import { createSettingsStore } from "#data/device/settings-store.ts";
import { storageKey } from "#data/device/storage-keys.ts";
import { DEFAULT_SETTINGS, type Settings } from "#model/settings.ts";
import { FakeStorage, fakeTabs } from "./fakes.ts";

const NIGHT: Settings = { ...DEFAULT_SETTINGS, theme: "night", textSize: 2 };
let disk: FakeStorage;

beforeEach(() => {
  disk = new FakeStorage();
});

function open() {
  const tabs = fakeTabs();
  return {
    ...createSettingsStore(
      openStorage(() => disk),
      tabs,
    ),
    tabs,
  };
}

it("a reader who changed nothing gets the defaults, and nothing is written", () => {
  expect(open().getSnapshot()).toBe(DEFAULT_SETTINGS);
  expect(disk.length).toBe(0);
});

it("a changed setting is told and is there after a reload", () => {
  const settings = open();
  let told = 0;
  settings.subscribe(() => {
    told++;
  });
  settings.change(NIGHT);
  expect([told, settings.getSnapshot()]).toEqual([1, NIGHT]);
  expect(open().getSnapshot()).toEqual(NIGHT);
});

it("what an older version of the app stored is read, with what it knew nothing of as it was then", () => {
  disk.values.set(
    storageKey.settings(),
    '{"v":1,"theme":"night","typeface":"serif","measure":"normal","textSize":2}',
  );
  expect(open().getSnapshot()).toEqual(NIGHT);
});

it("another tab follows, and is told only when something changed", () => {
  const [one, two] = [open(), open()];
  let told = 0;
  two.subscribe(() => {
    told++;
  });
  one.change(NIGHT);
  two.tabs.tell(storageKey.read("x"));
  expect(told).toBe(0);
  two.tabs.tell(storageKey.settings());
  two.tabs.tell(null);
  expect([told, two.getSnapshot()]).toEqual([1, NIGHT]);
});

it.each(["", "{", "null", "[]", '{"theme":"neon"}', '{"v":99}'])(
  "a value that can't be read (%s) counts as none, stays, and the next change replaces it",
  (text) => {
    disk.values.set(storageKey.settings(), text);
    const settings = open();
    expect(settings.getSnapshot()).toBe(DEFAULT_SETTINGS);
    expect(disk.values.get(storageKey.settings())).toBe(text);
    settings.change(NIGHT);
    expect(open().getSnapshot()).toEqual(NIGHT);
  },
);

it("on a full disk a change holds until the page is closed, also when the page comes back to sight", () => {
  disk.quota = 0;
  const settings = open();
  settings.change(NIGHT);
  settings.tabs.tell(null);
  expect(settings.getSnapshot()).toEqual(NIGHT);
  expect(open().getSnapshot()).toEqual(DEFAULT_SETTINGS);
});
