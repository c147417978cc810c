import { beforeEach, describe, expect, it } from "vitest";
import { createActs } from "#data/device/acts.ts";
import { openStorage } from "#data/device/local-storage.ts";
import { createReadMarks } from "#data/device/marks.ts";
import { storageKey } from "#data/device/storage-keys.ts";
import { FakeStorage, fakeTabs, idOf, NOON } from "./fakes.ts";

let disk: FakeStorage;
let time: number;

beforeEach(() => {
  disk = new FakeStorage();
  time = NOON.getTime();
});

function open(most?: { acts: number; stories: number }) {
  const storage = openStorage(() => disk);
  const now = () => new Date(time);
  const tabs = fakeTabs();
  const marks = createReadMarks({ storage, tabs, now });
  const acts = createActs({ storage, tabs, marks, now, ...(most ? { most } : {}) });
  const marksOf = (...numbers: number[]) => numbers.map((at) => marks.markOf(idOf(at)));
  const mark = (
    way: Parameters<typeof acts.mark>[0]["way"],
    is: "read" | "unread",
    ids: number[],
  ) => acts.mark({ way, mark: is, ids: ids.map(idOf) });
  return { ...acts, mark, marksOf, tabs };
}

describe("what was marked", () => {
  it("can be taken back, several steps and after a reload", () => {
    const before = open();
    before.mark("hand", "unread", [2]);
    before.mark("above", "read", [1, 2, 3]);
    before.mark("hand", "unread", [3]);
    const after = open();
    expect(after.marksOf(1, 2, 3)).toEqual(["read", "read", "unread"]);
    const undoLatest = () => after.undo(after.getSnapshot()[0]?.name ?? "");
    undoLatest();
    expect(after.marksOf(1, 2, 3)).toEqual(["read", "read", "read"]);
    undoLatest();
    expect(after.marksOf(1, 2, 3)).toEqual(["none", "unread", "none"]);
    undoLatest();
    expect(after.marksOf(1, 2, 3)).toEqual(["none", "none", "none"]);
    expect(undoLatest()).toBe(false);
    expect(disk.length).toBe(0);
  });

  it.each(["opened", "scrolled"] as const)(
    "%s leaves alone what the reader marked unread",
    (way) => {
      const acts = open();
      acts.mark("hand", "unread", [1]);
      expect(acts.mark(way, "read", [1])).toBeNull();
      acts.mark(way, "read", [1, 2]);
      expect(acts.marksOf(1, 2)).toEqual(["unread", "read"]);
      acts.mark("shown", "read", [1]);
      expect(acts.marksOf(1)).toEqual(["read"]);
    },
  );

  it("otherwise since stays so when an earlier change is taken back", () => {
    const acts = open();
    const bulk = acts.mark("shown", "read", [1, 2]);
    acts.mark("hand", "unread", [2]);
    acts.undo(bulk?.name ?? "");
    expect(acts.marksOf(1, 2)).toEqual(["none", "unread"]);
  });

  it("while one scrolls is one change", () => {
    const acts = open();
    acts.mark("scrolled", "read", [1]);
    time += 60_000;
    acts.mark("scrolled", "read", [2, 3]);
    time += 20 * 60_000;
    acts.mark("scrolled", "read", [4]);
    expect(acts.getSnapshot().map(({ act }) => act.before.length)).toEqual([1, 3]);
    acts.undo(acts.getSnapshot()[1]?.name ?? "");
    expect(acts.marksOf(1, 2, 3, 4)).toEqual(["none", "none", "none", "read"]);
  });

  it("in one instant has a name for each, and is known in the other tab", () => {
    const [one, two] = [open(), open()];
    one.mark("hand", "read", [1]);
    one.mark("hand", "read", [2]);
    two.tabs.tell(null);
    expect(two.getSnapshot().map(({ act }) => act.before[0]?.[0])).toEqual([idOf(2), idOf(1)]);
    two.undo(two.getSnapshot()[0]?.name ?? "");
    one.tabs.tell(null);
    expect(one.getSnapshot()).toHaveLength(1);
    expect(one.marksOf(1, 2)).toEqual(["read", "none"]);
  });

  it("long ago can't be taken back any more", () => {
    const acts = open({ acts: 3, stories: 5 });
    for (let at = 0; at < 5; at++) acts.mark("hand", "read", [at]);
    expect(acts.getSnapshot()).toHaveLength(3);
    acts.mark("below", "read", [10, 11, 12, 13]);
    expect(acts.getSnapshot().map(({ act }) => act.before.length)).toEqual([4, 1]);
    expect([...disk.values.keys()].filter((key) => key.includes(":act:"))).toHaveLength(2);
  });

  it.each(["", "{", '{"v":2}'])("and is stored as %j is passed over", (text) => {
    disk.values.set(storageKey.act("0"), text);
    expect(open().getSnapshot()).toEqual([]);
  });
});
