import type { Belongings } from "#data/device/belongings.ts";
import type { Removal, Traveller } from "#model/backup.ts";
import {
  type DatedMark,
  isLaterMark,
  isLaterPosition,
  isLaterRecord,
  isLaterSettings,
  isLaterWord,
  saysTheSame,
  type Word,
} from "#model/newest.ts";
import { POSITION_VERSION, type Position } from "#model/position.ts";
import type { Settings } from "#model/settings.ts";
import type { Cargo } from "./cargo-kinds.ts";
import type { Place, Reason } from "./reason.ts";
import type { Arrival } from "./row.ts";

/** What becomes, or became, of one row. */
export type Outcome = "added" | "changed" | "removed" | "here" | "skipped" | "failed";
export type Line = {
  readonly file: string;
  readonly where: Place;
  /** Empty where it tells none. */
  readonly name: string;
  readonly outcome: Outcome;
  /** Why it is skipped or failed. */
  readonly why?: Reason;
  /** The article's id, where it has one. */
  readonly id?: string;
};

/** What a device has: what it last had to say of each article, and the rest. */
export type Stock = Belongings & { readonly words: ReadonlyMap<string, Word> };

/** What taking files in would do: nothing is done yet. */
export type Plan = {
  readonly files: readonly Pick<Cargo, "file" | "format" | "rows">[];
  readonly lines: readonly Line[];
  /** In the order of the list. */
  readonly copies: readonly Traveller[];
  readonly removals: readonly Removal[];
  /** What is to be written beside the articles. */
  readonly belongings: Belongings;
};

/** Compares what files bring with what the device has. The order of the files does not matter for backups. */
export function planOf(cargos: readonly Cargo[], stock: Stock): Plan {
  const ledger: Ledger = {
    words: new Map(stock.words),
    copies: new Map(),
    removals: new Map(),
    lines: [],
  };
  for (const cargo of cargos) {
    const { file, faults, arrivals, backup } = cargo;
    for (const fault of faults) ledger.lines.push({ file, outcome: "failed", ...fault });
    for (const arrival of arrivals) enterCopy(ledger, cargo, arrival);
    for (const removal of backup?.removals ?? []) enterRemoval(ledger, cargo, removal);
  }
  return {
    files: cargos.map(({ file, format, rows }) => ({ file, format, rows })),
    lines: ledger.lines,
    copies: [...ledger.copies.values()],
    removals: [...ledger.removals.values()],
    belongings: belongingsOf(cargos, stock, ledger.words),
  };
}

type Ledger = {
  /** What counts, after all that was entered. */
  readonly words: Map<string, Word>;
  readonly copies: Map<string, Traveller>;
  readonly removals: Map<string, Removal>;
  readonly lines: Line[];
};

function enterCopy({ words, copies, removals, lines }: Ledger, cargo: Cargo, arrival: Arrival) {
  const { where, name, copy } = arrival;
  const { id } = copy;
  const word: Word = { changedAt: copy.changedAt, held: copy };
  const known = words.get(id);
  const verdict = cargo.backup ? judge(word, known) : judgeImport(known, copies.has(id));
  lines.push({ file: cargo.file, where, name, id, ...verdict });
  const counts = cargo.backup ? isLaterWord(word, known) : verdict.outcome === "added";
  if (!counts) return;
  words.set(id, word);
  copies.set(id, copy);
  removals.delete(id);
}

function enterRemoval(
  { words, copies, removals, lines }: Ledger,
  { file }: Cargo,
  removal: Removal,
) {
  const { id, changedAt } = removal;
  const word: Word = { changedAt, held: null };
  const known = words.get(id);
  if (!isLaterWord(word, known)) return;
  if (known?.held) {
    lines.push({ file, where: { kind: "removal" }, name: id, id, outcome: "removed" });
  }
  words.set(id, word);
  removals.set(id, removal);
  copies.delete(id);
}

type Verdict = { readonly outcome: Outcome; readonly why?: Reason };

/** The last word counts: see docs/decisions/0011-the-last-word-counts.md. */
function judge(word: Word, known: Word | undefined): Verdict {
  if (!known) return { outcome: "added" };
  if (known.held && saysTheSame(word, known)) return { outcome: "here" };
  if (isLaterWord(word, known)) return { outcome: known.held ? "changed" : "added" };
  return { outcome: "skipped", why: whyOlder(known) };
}

/** Another program's word counts only where there is none here: it knows nothing of what was done since. */
function judgeImport(known: Word | undefined, isRepeated: boolean): Verdict {
  if (!known) return { outcome: "added" };
  if (!known.held) return { outcome: "skipped", why: whyOlder(known) };
  return isRepeated ? { outcome: "here", why: { kind: "twice" } } : { outcome: "here" };
}

function whyOlder({ held, changedAt }: Word): Reason {
  return { kind: held ? "changedLater" : "takenOutLater", day: changedAt.slice(0, 10) };
}

/** The marks, positions, mutes, views and settings that are new, or newer than the device's own. */
function belongingsOf(
  cargos: readonly Cargo[],
  stock: Stock,
  words: ReadonlyMap<string, Word>,
): Belongings {
  // What the device knows of an article of another program is left as it is.
  const isNew = ({ copy: { id } }: Arrival) => !stock.words.has(id) && Boolean(words.get(id)?.held);
  const imported = cargos.flatMap(({ arrivals }) => arrivals.filter(isNew));
  const marks = [
    ...cargos.flatMap(({ backup }) => datedMarks(backup ?? NO_MARKS)),
    ...imported
      .filter(({ isRead }) => isRead)
      .map(({ copy }): [string, DatedMark] => [copy.id, { at: copy.savedAt, isRead: true }]),
  ];
  const places = [
    ...cargos.flatMap(({ backup }) => [...(backup?.positions ?? [])]),
    ...imported.flatMap(({ copy: { id, savedAt }, position }): [string, Position][] =>
      position ? [[id, { v: POSITION_VERSION, at: savedAt, ...position }]] : [],
    ),
  ];
  // A mark is kept to the minute: within one there is nothing newer but that a story is to stay unread.
  const minutes = marks.map(([id, { at, isRead }]): [string, DatedMark] => [
    id,
    { at: `${at.slice(0, 16)}:00Z`, isRead },
  ]);
  const newMarks = [...newer(minutes, new Map(datedMarks(stock)), isLaterMark)];
  const marked = (isRead: boolean) =>
    new Map(newMarks.filter(([, mark]) => mark.isRead === isRead).map(([id, { at }]) => [id, at]));
  const settings = cargos.flatMap(({ backup }) => backup?.settings ?? []);
  return {
    read: marked(true),
    unread: marked(false),
    mutes: newer(
      cargos.flatMap(({ backup }) => [...(backup?.mutes ?? [])]),
      stock.mutes,
      isLaterRecord,
    ),
    views: newer(
      cargos.flatMap(({ backup }) => [...(backup?.views ?? [])]),
      stock.views,
      isLaterRecord,
    ),
    positions: newer(places, stock.positions, isLaterPosition),
    settings: settings.reduce<Settings | null>(
      (latest, each) => (isLaterSettings(each, latest ?? stock.settings) ? each : latest),
      null,
    ),
  };
}

type Marks = Pick<Belongings, "read" | "unread">;
const NO_MARKS: Marks = { read: new Map(), unread: new Map() };

/** All marks; of a story that is marked both ways in one place, the one that counts. */
function datedMarks({ read, unread }: Marks): [string, DatedMark][] {
  const marks = new Map<string, DatedMark>();
  for (const [list, isRead] of [
    [read, true],
    [unread, false],
  ] as const) {
    for (const [id, at] of list) {
      const mark = { at, isRead };
      if (isLaterMark(mark, marks.get(id))) marks.set(id, mark);
    }
  }
  return [...marks];
}

/** Of entries those that count more than what is there, and of two of one article the one that counts. */
function newer<T>(
  entries: readonly [string, T][],
  there: ReadonlyMap<string, T>,
  isLater: (value: T, other: T | undefined) => boolean,
): Map<string, T> {
  const found = new Map<string, T>();
  for (const [id, value] of entries) {
    if (isLater(value, found.get(id) ?? there.get(id))) found.set(id, value);
  }
  return found;
}
