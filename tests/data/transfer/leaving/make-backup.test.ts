import "fake-indexeddb/auto";
import { expect, it } from "vitest";
import type { Belongings } from "#data/device/belongings.ts";
import { withManySaved } from "#data/device/device.ts";
import { buryMany } from "#data/device/keep-copies.ts";
import { readCargo } from "#data/transfer/arriving/cargo.ts";
import { carryOut } from "#data/transfer/arriving/carry-out.ts";
import { planOf } from "#data/transfer/arriving/plan.ts";
import { makeBackup } from "#data/transfer/leaving/make-backup.ts";
import { belongings, openTravellers, readStock } from "#data/transfer/stock.ts";
import type { SavedRecord } from "#model/saved.ts";
import { DEFAULT_SETTINGS } from "#model/settings.ts";
import { emptyDevice, fillDevice, NOW, READING, textOf, traveller } from "../device-shelf.ts";

const STORIES = [
  traveller(
    1,
    { title: "The first", body: "<p>One\u2028line 😀</p>" },
    { labels: ["a"], archived: true },
  ),
  traveller(2, { title: "The second" }),
  traveller(3, { title: "A link", body: "" }, { origin: "import" }),
];
const AT = "2026-03-01T10:00:00Z";
const BELONGINGS: Belongings = {
  read: new Map([[traveller(1).id, AT]]),
  unread: new Map([[traveller(2).id, AT]]),
  mutes: new Map([
    ["word:sport", { v: 1, id: "word:sport", kind: "word", label: "Sport", changedAt: AT }],
    ["tag:sea", { v: 1, id: "tag:sea", kind: "tag", label: "Sea", changedAt: AT, isGone: true }],
  ]),
  views: new Map([["a1", { v: 1, id: "a1", name: "Ice", search: "?tag=ice", changedAt: AT }]]),
  positions: new Map([[traveller(2).id, { v: 1, block: 2, fraction: 0.5, at: AT }]]),
  settings: { ...DEFAULT_SETTINGS, theme: "night", changedAt: AT },
};

const NOTHING: Belongings = {
  read: new Map(),
  unread: new Map(),
  positions: new Map(),
  mutes: new Map(),
  views: new Map(),
  settings: null,
};

async function backUp(): Promise<string> {
  const { blob, failed } = await makeBackup(await readStock(NOW), NOW);
  expect(failed).toEqual([]);
  return textOf(blob);
}

async function takeIn(text: string) {
  const cargos = await readCargo(new File([text], "any name"), READING);
  const plan = planOf(cargos, await readStock(NOW));
  return { plan, taken: await carryOut(plan, {}) };
}

async function openAll(records: readonly SavedRecord[]) {
  const all = [];
  for await (const { traveller } of openTravellers(records)) all.push(traveller);
  return all;
}

async function allOfIt() {
  const { records, words, read, unread, positions, mutes, views, settings } = await readStock(NOW);
  return {
    stories: await openAll(records),
    gone: [...words].filter(([, { held }]) => !held).map(([id, { changedAt }]) => [id, changedAt]),
    read: [...read],
    unread: [...unread],
    mutes: [...mutes],
    views: [...views],
    positions: [...positions],
    settings,
  };
}

it("all that was on a device is on an empty one after a backup, and a second time changes nothing", async () => {
  await fillDevice(STORIES);
  belongings.write(BELONGINGS);
  await withManySaved((ground) => buryMany(ground, [{ id: traveller(9).id, changedAt: AT }]));
  const before = await allOfIt();
  expect(before.stories).toEqual(STORIES);
  const text = await backUp();

  await emptyDevice();
  expect((await allOfIt()).stories).toEqual([]);
  const { taken } = await takeIn(text);
  expect(taken.lines.map(({ outcome }) => outcome)).toEqual(["added", "added", "added"]);
  expect(await allOfIt()).toEqual(before);

  const again = await takeIn(text);
  expect(again.plan).toMatchObject({ copies: [], removals: [] });
  expect(again.plan.belongings).toEqual(NOTHING);
  expect(await backUp()).toBe(text);
});

it("a backup that is cut off or damaged in the middle brings all that is whole, and names the rest", async () => {
  await fillDevice(STORIES);
  const lines = (await backUp()).split("\n");
  await emptyDevice();
  const at = lines.findIndex((line) => line.includes('"The second"'));
  const damaged = lines.with(at, (lines[at] ?? "").slice(0, -20)).slice(0, at + 2);
  const { plan } = await takeIn(damaged.join("\n"));
  expect(plan.lines.map(({ outcome, name }) => `${outcome} ${name}`).sort()).toEqual([
    "added A link",
    "added The first",
    "failed The second",
  ]);
});

it("a backup of nothing is one", async () => {
  const text = await backUp();
  expect(JSON.parse(text)).toEqual({
    format: "offprint-backup",
    v: 1,
    made: NOW,
    settings: null,
    saved: [],
    removed: [],
    read: [],
    unread: [],
    positions: [],
    mutes: [],
    views: [],
  });
});
