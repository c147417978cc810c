import { describe, expect, it } from "vitest";
import type { ReadBackup } from "#data/transfer/arriving/backup-file.ts";
import type { Cargo } from "#data/transfer/arriving/cargo-kinds.ts";
import { type Plan, planOf, type Stock } from "#data/transfer/arriving/plan.ts";
import type { Traveller } from "#model/backup.ts";
import type { Word } from "#model/newest.ts";
import { DEFAULT_SETTINGS } from "#model/settings.ts";
import { lineWords } from "#pages/transfer/line-words.ts";
import { ENGLISH } from "#ui/messages/messages.tsx";
import { traveller } from "../device-shelf.ts";

const EARLY = "2026-01-01T00:00:00Z";
const LATE = "2026-06-01T00:00:00Z";
const NOTHING = {
  read: new Map(),
  unread: new Map(),
  positions: new Map(),
  mutes: new Map(),
  views: new Map(),
  settings: null,
};
const NONE: Stock = { words: new Map(), ...NOTHING };

const idOf = (number: number) => traveller(number).id;
const copy = (number: number, changedAt = EARLY, rest: Partial<Traveller> = {}) =>
  traveller(number, {}, { changedAt, ...rest });

function cargoOf(copies: readonly Traveller[], backup: Partial<ReadBackup> | null): Cargo {
  return {
    file: "file",
    format: "Pocket (CSV)",
    rows: copies.length,
    arrivals: copies.map((each, at) => ({
      where: { kind: "article", number: at + 1 },
      name: each.article.title,
      copy: each,
      isRead: each.archived === true,
      position: null,
    })),
    faults: [],
    backup: backup && {
      saved: [],
      removals: [],
      ...NOTHING,
      settings: null,
      faults: [],
      ...backup,
    },
  };
}
const backupOf = (copies: readonly Traveller[], rest: Partial<ReadBackup> = {}) =>
  cargoOf(copies, rest);
const importOf = (copies: readonly Traveller[]) => cargoOf(copies, null);

/** A device on which these were saved, and those taken out. */
function deviceWith(held: readonly Traveller[], gone: readonly [number, string][] = []): Stock {
  return {
    ...NONE,
    words: new Map<string, Word>([
      ...held.map((each) => [each.id, { changedAt: each.changedAt, held: each }] as const),
      ...gone.map(([number, changedAt]) => [idOf(number), { changedAt, held: null }] as const),
    ]),
  };
}

const outcomes = ({ lines }: Plan) =>
  lines.map((line) => [line.outcome, lineWords(line, ENGLISH).why].filter(Boolean).join(": "));

describe("of a backup’s article and the device’s", () => {
  it.each<[string, Traveller, Stock, string, number]>([
    ["a new one is added", copy(1), NONE, "added", 1],
    ["the same is here", copy(1), deviceWith([copy(1)]), "here", 0],
    [
      "the later word counts: the file’s",
      copy(1, LATE, { archived: true }),
      deviceWith([copy(1)]),
      "changed",
      1,
    ],
    [
      "the later word counts: the device’s",
      copy(1, EARLY, { archived: true }),
      deviceWith([copy(1, LATE)]),
      "skipped: it was changed later, on 2026-06-01",
      0,
    ],
    [
      "a removal after it counts",
      copy(1, EARLY),
      deviceWith([], [[1, LATE]]),
      "skipped: it was taken out later, on 2026-06-01",
      0,
    ],
    ["a removal before it does not", copy(1, LATE), deviceWith([], [[1, EARLY]]), "added", 1],
    [
      "the same that is known to be later is here, and its time is kept",
      copy(1, LATE),
      deviceWith([copy(1)]),
      "here",
      1,
    ],
  ])("%s", (_, incoming, device, outcome, written) => {
    const plan = planOf([backupOf([incoming])], device);
    expect([outcomes(plan), plan.copies.length]).toEqual([[outcome], written]);
  });

  it("a removal takes out what is older, and is remembered where nothing was", () => {
    const removals = [1, 2, 3].map((number) => ({ id: idOf(number), changedAt: LATE }));
    const device = deviceWith([copy(1), copy(2, "2026-07-01T00:00:00Z")]);
    const plan = planOf([backupOf([], { removals })], device);
    expect(outcomes(plan)).toEqual(["removed"]);
    expect(plan.removals.map(({ id }) => id)).toEqual([idOf(1), idOf(3)]);
  });

  it("the order of two backups does not matter", () => {
    const one = backupOf([copy(1, EARLY), copy(2, LATE)], {
      removals: [{ id: idOf(3), changedAt: LATE }],
    });
    const other = backupOf([copy(1, LATE, { archived: true }), copy(3, EARLY)], {
      removals: [{ id: idOf(2), changedAt: EARLY }],
    });
    const left = (plan: Plan) => [
      plan.copies.map(({ id, changedAt }) => `${id} ${changedAt}`).sort(),
      plan.removals.map(({ id }) => id),
    ];
    expect(left(planOf([one, other], NONE))).toEqual(left(planOf([other, one], NONE)));
  });
});

describe("what another program holds", () => {
  it("is added where the device says nothing, and changes nothing else", () => {
    const device = deviceWith([copy(1, EARLY, { archived: true })], [[2, EARLY]]);
    const plan = planOf(
      [importOf([copy(1, LATE), copy(2, LATE), copy(3, LATE), copy(3, LATE)])],
      device,
    );
    expect(outcomes(plan)).toEqual([
      "here",
      "skipped: it was taken out later, on 2026-01-01",
      "added",
      "here: the files hold it twice",
    ]);
    expect(plan.copies.map(({ id }) => id)).toEqual([idOf(3)]);
  });

  it("marks what was read there, but nothing that the device knows", () => {
    const device = deviceWith([copy(1)]);
    const archived = { archived: true };
    const plan = planOf([importOf([copy(1, LATE, archived), copy(2, LATE, archived)])], device);
    expect([...plan.belongings.read]).toEqual([[idOf(2), "2026-01-13T09:40:00Z"]]);
  });
});

it("of marks, positions and settings the later count, and what is here twice changes nothing", () => {
  const at = (instant: string, block: number) =>
    ({ v: 1, at: instant, block, fraction: 0 }) as const;
  const night = { ...DEFAULT_SETTINGS, theme: "night", changedAt: LATE } as const;
  const backup = backupOf([], {
    read: new Map([
      [idOf(1), "2026-06-01T00:00:30Z"],
      [idOf(2), EARLY],
    ]),
    positions: new Map([
      [idOf(1), at(LATE, 3)],
      [idOf(2), at(EARLY, 1)],
    ]),
    settings: night,
  });
  const device: Stock = {
    ...NONE,
    read: new Map([[idOf(2), LATE]]),
    positions: new Map([[idOf(2), at(LATE, 9)]]),
    settings: { ...DEFAULT_SETTINGS, theme: "sepia", changedAt: EARLY },
  };
  const { belongings } = planOf([backup], device);
  expect([...belongings.read]).toEqual([[idOf(1), "2026-06-01T00:00:00Z"]]);
  expect([...belongings.positions]).toEqual([[idOf(1), at(LATE, 3)]]);
  expect(belongings.settings).toEqual(night);
  const after = planOf([backup], {
    ...device,
    ...belongings,
    read: new Map([...device.read, ...belongings.read]),
    positions: new Map([...device.positions, ...belongings.positions]),
  });
  expect(after.belongings).toEqual(NOTHING);
});

it("of read and to stay unread the later counts, and of two of one minute that it stays unread", () => {
  const backup = backupOf([], {
    read: new Map([
      [idOf(1), LATE],
      [idOf(2), EARLY],
    ]),
    unread: new Map([[idOf(3), LATE]]),
  });
  const device: Stock = {
    ...NONE,
    read: new Map([[idOf(3), LATE]]),
    unread: new Map([
      [idOf(1), EARLY],
      [idOf(2), LATE],
    ]),
  };
  const { belongings } = planOf([backup], device);
  expect([...belongings.read.keys()]).toEqual([idOf(1)]);
  expect([...belongings.unread.keys()]).toEqual([idOf(3)]);
  // The other way round it comes to the same.
  const back = planOf([backupOf([], device)], { ...NONE, ...backup.backup });
  expect([...back.belongings.read.keys()]).toEqual([]);
  expect([...back.belongings.unread.keys()]).toEqual([idOf(2)]);
});

it("of mutes and views the later changed count, and one that was removed does not come again", () => {
  const muteOf = (label: string, changedAt: string, isGone?: true) =>
    ({ v: 1, id: "word:ice", kind: "word", label, changedAt, ...(isGone && { isGone }) }) as const;
  const viewOf = (name: string, changedAt: string) =>
    ({ v: 1, id: "a1", name, search: "?tag=ice", changedAt }) as const;
  const device: Stock = {
    ...NONE,
    mutes: new Map([["word:ice", muteOf("Ice", LATE, true)]]),
    views: new Map([["a1", viewOf("Old", EARLY)]]),
  };
  const backup = backupOf([], {
    mutes: new Map([["word:ice", muteOf("Ice", EARLY)]]),
    views: new Map([["a1", viewOf("New", LATE)]]),
  });
  const { belongings } = planOf([backup], device);
  expect(belongings.mutes.size).toBe(0);
  expect(belongings.views.get("a1")?.name).toBe("New");
});
