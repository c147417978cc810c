import { expect, it } from "vitest";
import { looksLikeBackup, readBackup, salvageBackup } from "#data/transfer/arriving/backup-file.ts";
import { lineWords } from "#pages/transfer/line-words.ts";
import { ENGLISH } from "#ui/messages/messages.tsx";
import { NOW, traveller } from "../device-shelf.ts";

const MADE = "2026-06-01T00:00:00Z";
const FUTURE = "2090-01-01T00:00:00Z";
const ID = traveller(1).id;

const entry = (number: number, rest: object = {}) => {
  const { id: _, ...all } = traveller(number);
  return { ...all, ...rest };
};
const backup = (rest: object = {}) => ({ format: "offprint-backup", v: 1, made: MADE, ...rest });

it("no instant is believed beyond when the backup was made, nor beyond now", () => {
  const value = {
    saved: [entry(1, { savedAt: FUTURE, changedAt: FUTURE })],
    removed: [{ id: ID, changedAt: FUTURE }],
    read: [[ID, FUTURE]],
    unread: [[ID, FUTURE]],
    mutes: [{ v: 1, id: "tag:sea", kind: "tag", label: "Sea", changedAt: FUTURE }],
    views: [{ v: 1, id: "a1", name: "Sea", search: "?tag=sea", changedAt: FUTURE }],
    positions: [{ id: ID, v: 1, block: 0, fraction: 0, at: FUTURE }],
  };
  const instants = (made: string) => {
    const { saved, removals, read, unread, mutes, views, positions } = readBackup(
      backup({ ...value, made }),
      NOW,
    );
    return [
      saved[0]?.copy.savedAt,
      saved[0]?.copy.changedAt,
      removals[0]?.changedAt,
      read.get(ID),
      positions.get(ID)?.at,
      unread.get(ID),
      mutes.get("tag:sea")?.changedAt,
      views.get("a1")?.changedAt,
    ];
  };
  expect(instants(MADE)).toEqual(Array(8).fill(MADE));
  expect(instants(FUTURE)).toEqual(Array(8).fill(NOW));
});

it("what is damaged costs itself alone, and is named", () => {
  const article = { ...traveller(2).article, words: "many", title: "The  second" };
  const { saved, removals, settings, faults } = readBackup(
    backup({
      saved: [entry(1), entry(2, { article }), 7, { article: {} }],
      removed: [{ id: "x" }, { id: ID, changedAt: MADE }],
      unread: [["x", MADE]],
      mutes: [{ v: 1, id: "tag:sea", kind: "mood", label: "Sea", changedAt: MADE }],
      views: [{ v: 2, id: "a1", name: "Sea", search: "", changedAt: MADE }],
      settings: { theme: "neon" },
    }),
    NOW,
  );
  expect([saved.map(({ copy }) => copy.id), removals.length, settings]).toEqual([[ID], 1, null]);
  const told = faults.map((fault) => {
    const { where, name, why } = lineWords(fault, ENGLISH);
    return `${where}: ${name}: ${why}`;
  });
  const form = "it is not in the form it should have";
  expect(told).toEqual([
    `article 2: The second: ${form}, at “words”`,
    `article 3: without a title: ${form}`,
    `article 4: without a title: ${form}, at “savedAt”`,
    `removal 1: without a title: ${form}, at “id”`,
    `unread mark 1: without a title: ${form}, at “0”`,
    `muted 1: without a title: ${form}, at “kind”`,
    "view 1: without a title: it was made by a newer version of Offprint",
    `settings: Settings: ${form}, at “v”`,
  ]);
});

it("a backup is known by its first words, and without a whole first line nothing is saved of it", () => {
  expect(looksLikeBackup(JSON.stringify(backup()))).toBe(true);
  expect(looksLikeBackup('{"format":"diary"}')).toBe(false);
  expect(salvageBackup('{"format":"offprint-backup","v":1,"ma')).toBeNull();
});
