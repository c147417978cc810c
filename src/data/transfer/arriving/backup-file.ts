import {
  BACKUP_FORMAT,
  BACKUP_VERSION,
  type Backup,
  parseBackup,
  parsePlacedPosition,
  parseReadMark,
  parseRemoval,
  parseTraveller,
  type Removal,
  type Traveller,
} from "#model/backup.ts";
import { type Mute, parseMute } from "#model/mute.ts";
import { type NamedView, parseNamedView } from "#model/named-view.ts";
import { notAfter } from "#model/newest.ts";
import { FormatError, NewerVersionError } from "#model/parse.ts";
import type { Position } from "#model/position.ts";
import { parseSettings, type Settings } from "#model/settings.ts";
import { CargoError } from "./cargo-kinds.ts";
import type { Place, Reason } from "./reason.ts";
import type { Fault } from "./row.ts";

/** A backup, read entry by entry: what is damaged is among the faults, the rest is whole. */
export type ReadBackup = {
  readonly saved: readonly { readonly where: Place; readonly copy: Traveller }[];
  readonly removals: readonly Removal[];
  readonly read: ReadonlyMap<string, string>;
  readonly unread: ReadonlyMap<string, string>;
  readonly positions: ReadonlyMap<string, Position>;
  readonly mutes: ReadonlyMap<string, Mute>;
  readonly views: ReadonlyMap<string, NamedView>;
  readonly settings: Settings | null;
  readonly faults: readonly Fault[];
};

type EntryKind = Exclude<Extract<Place, { readonly number: number }>["kind"], "entryOf">;

const MALFORMED_WHOLE = { kind: "malformedBackup" } as const;

/** Says whether a text begins as a backup does, whole or not. */
export function looksLikeBackup(text: string): boolean {
  return text.slice(0, 400).includes(`"${BACKUP_FORMAT}"`);
}

/**
 * Reads a backup.
 *
 * @param now instants in this device's future are held to it
 * @throws CargoError where it is none as a whole
 */
export function readBackup(value: unknown, now: string): ReadBackup {
  const backup = parseWhole(value);
  const held = (instant: string) => notAfter(instant, backup.made, now);
  const faults: Fault[] = [];
  const entries = <T>(list: readonly unknown[], kind: EntryKind, parse: (entry: unknown) => T) =>
    list.flatMap((entry, at) => {
      const where: Place = { kind, number: at + 1 };
      try {
        return [{ where, value: parse(entry) }];
      } catch (error) {
        faults.push({ where, name: nameIn(entry), why: reasonOf(error) });
        return [];
      }
    });

  const saved = entries(backup.saved, "article", parseTraveller).map(({ where, value }) => ({
    where,
    copy: { ...value, savedAt: held(value.savedAt), changedAt: held(value.changedAt) },
  }));
  const removals = entries(backup.removed, "removalEntry", parseRemoval);
  const read = entries(backup.read, "readMark", parseReadMark);
  const unread = entries(backup.unread, "unreadMark", parseReadMark);
  const dated = <T extends { readonly id: string; readonly changedAt: string }>(
    list: readonly { value: T }[],
  ) => new Map(list.map(({ value }) => [value.id, { ...value, changedAt: held(value.changedAt) }]));
  const positions = entries(backup.positions, "position", parsePlacedPosition);
  return {
    saved,
    removals: removals.map(({ value }) => ({ ...value, changedAt: held(value.changedAt) })),
    read: new Map(read.map(({ value: [id, at] }) => [id, held(at)])),
    positions: new Map(
      positions.map(({ value: { id, position } }) => [id, { ...position, at: held(position.at) }]),
    ),
    unread: new Map(unread.map(({ value: [id, at] }) => [id, held(at)])),
    mutes: dated(entries(backup.mutes, "muted", parseMute)),
    views: dated(entries(backup.views, "view", parseNamedView)),
    settings: readSettings(backup, held, faults),
    faults,
  };
}

/**
 * Saves what can be of a backup that is cut off or damaged between its entries: they stand in lines of their own.
 * Null where not even its first line is whole.
 */
export function salvageBackup(text: string): unknown {
  const lists = new Map<string, unknown[]>();
  let head: unknown = null;
  let list: unknown[] = [];
  for (const line of text.split("\n")) {
    const opened = /^"(\w+)":\[$/.exec(line.trim());
    if (opened?.[1] !== undefined) {
      list = [];
      lists.set(opened[1], list);
    } else if (head === null) {
      head = parseLine(`${line.trim().replace(/,$/, "")}}`);
      if (head === null) return null;
    } else if (!/^\],?\}?$/.test(line.trim()) && line.trim() !== "") {
      list.push(parseLine(line.trim().replace(/,$/, "")) ?? damaged(line));
    }
  }
  return { ...Object(head), ...Object.fromEntries(lists) };
}

function readSettings({ settings }: Backup, held: (instant: string) => string, faults: Fault[]) {
  if (settings === undefined || settings === null) return null;
  try {
    const read = parseSettings(settings);
    return read.changedAt === undefined ? read : { ...read, changedAt: held(read.changedAt) };
  } catch (error) {
    faults.push({ where: { kind: "settings" }, name: "", why: reasonOf(error) });
    return null;
  }
}

/** How a damaged entry is called: by its title if that can still be read, else not at all. */
function nameIn(entry: unknown): string {
  const article: unknown = Reflect.get(Object(entry), "article");
  const title: unknown = Reflect.get(Object(article), "title");
  const name = typeof title === "string" ? title : "";
  return name.replace(/[\s\p{Cc}]+/gu, " ").slice(0, 120);
}

/** What stands in the place of an entry that is cut off: its title, if that is whole. */
function damaged(line: string): unknown {
  const title = /"title":("(?:[^"\\]|\\.){1,300}")/.exec(line)?.[1];
  return { article: { title: title === undefined ? "" : parseLine(title) } };
}

function parseWhole(value: unknown): Backup {
  try {
    return parseBackup(value);
  } catch (cause) {
    if (cause instanceof NewerVersionError) {
      const found = Number(Reflect.get(Object(value), "v"));
      throw new CargoError({ kind: "newerBackup", found, known: BACKUP_VERSION }, { cause });
    }
    const at = cause instanceof FormatError ? cause.at : "";
    const refusal = at ? ({ kind: "malformedBackupAt", at } as const) : MALFORMED_WHOLE;
    throw new CargoError(refusal, { cause });
  }
}

function reasonOf(error: unknown): Reason {
  if (error instanceof NewerVersionError) return { kind: "newerEntry" };
  const at = error instanceof FormatError ? error.at : "";
  return at ? { kind: "malformedAt", at } : { kind: "malformed" };
}

function parseLine(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}
