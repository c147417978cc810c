import { beforeEach, describe, expect, it } from "vitest";
import { openStorage } from "#data/device/local-storage.ts";
import { createReadMarks } from "#data/device/marks.ts";
import { storageKey } from "#data/device/storage-keys.ts";
import { FakeStorage, fakeTabs, idOf, NOON } from "./fakes.ts";

let disk: FakeStorage;

beforeEach(() => {
  disk = new FakeStorage();
});

function open(most?: number) {
  const tabs = fakeTabs();
  let minute = NOON.getTime();
  const marks = createReadMarks({
    storage: openStorage(() => disk),
    tabs,
    now: () => {
      minute += 60_000;
      return new Date(minute);
    },
    ...(most === undefined ? {} : { most }),
  });
  return { ...marks, tabs };
}

describe("read marks", () => {
  it("are kept, one key for each article, and taken away again", () => {
    const marks = open();
    marks.put([[idOf(1), "read"]]);
    marks.put([[idOf(2), "read"]]);
    marks.put([[idOf(1), "none"]]);
    expect([...disk.values.keys()]).toEqual([storageKey.read(idOf(2))]);
    expect(open().getSnapshot()).toEqual(new Set([idOf(2)]));
    expect([marks.isRead(idOf(1)), marks.isRead(idOf(2))]).toEqual([false, true]);
  });

  it("tell of a change once, and are the same set until then", () => {
    const marks = open();
    let told = 0;
    const stop = marks.subscribe(() => {
      told++;
    });
    const before = marks.getSnapshot();
    marks.put([[idOf(1), "read"]]);
    expect(told).toBe(1);
    expect(marks.getSnapshot()).not.toBe(before);
    stop();
    marks.put([[idOf(1), "none"]]);
    expect(told).toBe(1);
  });

  it("of two tabs are united", () => {
    const [one, two] = [open(), open()];
    one.put([[idOf(1), "read"]]);
    two.put([[idOf(2), "read"]]);
    two.tabs.tell(storageKey.read(idOf(1)));
    one.tabs.tell(null);
    expect(one.getSnapshot()).toEqual(new Set([idOf(1), idOf(2)]));
    expect(two.getSnapshot()).toEqual(new Set([idOf(2), idOf(1)]));
    one.put([[idOf(2), "none"]]);
    two.tabs.tell(storageKey.read(idOf(2)));
    expect(two.isRead(idOf(2))).toBe(false);
  });

  it("tell a story that is to stay unread from one of which nothing was said, in every tab", () => {
    const [one, two] = [open(), open()];
    one.put([
      [idOf(1), "unread"],
      [idOf(2), "read"],
    ]);
    two.tabs.tell(storageKey.read(idOf(2)));
    expect([1, 2, 3].map((at) => two.markOf(idOf(at)))).toEqual(["unread", "read", "none"]);
    one.put([
      [idOf(1), "read"],
      [idOf(2), "none"],
    ]);
    expect([...disk.values.keys()]).toEqual([storageKey.read(idOf(1))]);
  });

  it("beyond what is bearable go, the oldest first", () => {
    const marks = open(20);
    for (let at = 0; at < 21; at++) marks.put([[idOf(at), "read"]]);
    expect(disk.length).toBe(19);
    expect([0, 1, 2, 20].map((at) => marks.isRead(idOf(at)))).toEqual([false, false, true, true]);
  });

  it("on a full disk hold until the page is closed", () => {
    disk.quota = 0;
    const marks = open();
    marks.put([[idOf(1), "read"]]);
    expect(marks.isRead(idOf(1))).toBe(true);
    expect(open().isRead(idOf(1))).toBe(false);
  });

  it("pass over keys that are no article's", () => {
    disk.values.set("offprint:read:__proto__", "1");
    disk.values.set("offprint:read:", "1");
    expect(open().getSnapshot().size).toBe(0);
  });
});
