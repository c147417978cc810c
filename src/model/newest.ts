import type { Held } from "./backup.ts";
import type { Position } from "./position.ts";
import type { Settings } from "./settings.ts";

/**
 * What a device last had to say of one article: how it is saved, or that it was taken out (`held` null).
 *
 * Two devices' words are ordered by when they were said. Revisions are left out: they count the changes of one device
 * alone, and the busier of two would always be right. See docs/decisions/0011-the-last-word-counts.md.
 */
export type Word = { readonly changedAt: string; readonly held: Held | null };

/**
 * Says whether a word counts more than another, by a total order, so that merging gives the same whatever is merged
 * with whatever, how often and in which order: the later; of two of one instant the removal; else by what they say.
 */
export function isLaterWord(word: Word, other: Word | undefined): boolean {
  if (!other) return true;
  if (word.changedAt !== other.changedAt) return word.changedAt > other.changedAt;
  return rankOf(word) > rankOf(other);
}

/** Says whether two words, whenever they were said, leave the same. */
export function saysTheSame(word: Word, other: Word): boolean {
  return rankOf(word) === rankOf(other);
}

/** Says whether a reading position counts more than another. */
export function isLaterPosition(position: Position, other: Position | undefined): boolean {
  if (!other) return true;
  if (position.at !== other.at) return position.at > other.at;
  const [place, otherPlace] = [position, other].map(({ block, fraction }) => block + fraction);
  if (place !== otherPlace) return Number(place) > Number(otherPlace);
  return canonical(position) > canonical(other);
}

/** When a story was marked read, or marked to stay unread. */
export type DatedMark = { readonly at: string; readonly isRead: boolean };

/** Says whether a mark counts more than another: the later; of two of one minute that which keeps a story unread. */
export function isLaterMark(mark: DatedMark, other: DatedMark | undefined): boolean {
  if (!other) return true;
  if (mark.at !== other.at) return mark.at > other.at;
  return !mark.isRead && other.isRead;
}

/** Says whether a record that the reader made (a mute, a view) counts more than another of its id: the later changed. */
export function isLaterRecord<T extends { readonly changedAt: string }>(
  record: T,
  other: T | undefined,
): boolean {
  if (!other) return true;
  if (record.changedAt !== other.changedAt) return record.changedAt > other.changedAt;
  return canonical(record) > canonical(other);
}

/** Says whether settings count more than others: the later changed; those that don't say when count as the oldest. */
export function isLaterSettings(settings: Settings, other: Settings | null): boolean {
  if (!other) return true;
  const [at, otherAt] = [settings.changedAt ?? "", other.changedAt ?? ""];
  if (at !== otherAt) return at > otherAt;
  return canonical(settings) > canonical(other);
}

/**
 * Holds an instant of another device to what can be true: nothing was changed after the backup was made, nor in this
 * device's future. A clock that ran ahead thus wins for a while, not for ever.
 */
export function notAfter(instant: string, ...bounds: readonly string[]): string {
  return bounds.reduce((earliest, bound) => (bound < earliest ? bound : earliest), instant);
}

/** A text that is the same for what is the same, and greater for a removal than for any copy. */
function rankOf({ held }: Word): string {
  if (!held) return "~";
  const { digest, savedAt, archived, labels, origin } = held;
  return JSON.stringify([digest, savedAt, archived ?? false, labels ?? [], origin ?? "edition"]);
}

function canonical(value: object): string {
  return JSON.stringify(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
