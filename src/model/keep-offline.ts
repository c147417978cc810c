import * as v from "valibot";
import type { Summary } from "./article.ts";
import { type Manifest, type Month, type Sizes, UNDATED } from "./edition.ts";
import { EMPTY_FILTER, withTerm } from "./filter.ts";
import { orderOf, type Places, type Ref } from "./order.ts";
import { checkVersion, parseAs } from "./parse.ts";

const KEEP_VERSION = 1;

/** How many of the newest may be asked for, and how many bytes all of it may take, in millions. */
export const NEWEST_CHOICES = [0, 25, 50, 100, 200] as const;
export const MEGABYTE_CHOICES = [10, 30, 100, 300] as const;
/** So many tags may be named, and of each so many of its newest stories are kept. */
export const MOST_TAGS = 20;
export const MOST_OF_TAG = 100;
/** More stories than anybody reads between two networks; it bounds what is asked for to learn their sizes. */
const MOST_STORIES = 1_000;

const ChoiceSchema = v.object({
  v: v.literal(KEEP_VERSION),
  newest: v.picklist(NEWEST_CHOICES),
  /** Keys of tags. */
  tags: v.pipe(v.array(v.pipe(v.string(), v.maxLength(200))), v.maxLength(MOST_TAGS)),
  /** All that is unread from this day on. */
  unreadSince: v.exactOptional(v.pipe(v.string(), v.isoDate())),
  megabytes: v.picklist(MEGABYTE_CHOICES),
});
/** Which stories a reader wants on the device before opening them. */
export type KeepChoice = v.InferOutput<typeof ChoiceSchema>;

export const FIRST_CHOICE: KeepChoice = { v: KEEP_VERSION, newest: 50, tags: [], megabytes: 30 };

/** @throws FormatError, NewerVersionError */
export function parseKeepChoice(value: unknown): KeepChoice {
  checkVersion(value, KEEP_VERSION, "choice of what is kept offline");
  return parseAs(ChoiceSchema, value, "choice of what is kept offline");
}

/** A story that a choice means; `isForUnread`: only as long as it is unread. */
export type Candidate = Ref & { readonly isForUnread: boolean };

/** What a choice is found with: the places of its tags, and the month in which `unreadSince` lies, if there is one. */
export type KeepGround = {
  readonly months: Manifest["months"];
  readonly placesOf: (tag: string) => Places;
  readonly firstMonth: Month | null;
};

/** Finds the stories that a choice means, newest first; those without a date are among the newest, and of no day. */
export function candidatesOf(choice: KeepChoice, ground: KeepGround): Candidate[] {
  const { months, placesOf } = ground;
  const all = orderOf(EMPTY_FILTER, months, () => new Map());
  const found = new Map<number, boolean>();
  for (let index = 0; index < Math.min(choice.newest, all.total); index++) found.set(index, false);
  for (const tag of choice.tags) {
    const filter = withTerm(EMPTY_FILTER, { kind: "tag", key: tag }, "included");
    const order = orderOf(filter, months, () => placesOf(tag));
    for (let index = 0; index < Math.min(MOST_OF_TAG, order.total); index++) {
      const ref = order.refAt(index);
      if (ref) found.set(all.indexOf(ref), false);
    }
  }
  for (let index = 0; index < Math.min(countSince(choice, ground), MOST_STORIES); index++) {
    if (!found.has(index)) found.set(index, true);
  }
  return [...found]
    .sort(([a], [b]) => a - b)
    .slice(0, MOST_STORIES)
    .flatMap(([index, isForUnread]) => {
      const ref = all.refAt(index);
      return ref ? [{ ...ref, isForUnread }] : [];
    });
}

/** How many of the newest stories are of the day that is meant, or of a later one. */
function countSince({ unreadSince }: KeepChoice, { months, firstMonth }: KeepGround): number {
  if (unreadSince === undefined) return 0;
  const month = unreadSince.slice(0, 7);
  const later = months
    .filter(([name]) => name > month && name !== UNDATED)
    .reduce((sum, [, count]) => sum + count, 0);
  const [, count] = months.find(([name]) => name === month) ?? [];
  if (count === undefined || firstMonth?.month !== month) return later;
  const day = Number(unreadSince.slice(8));
  const first = firstMonth.days.find(([number]) => number >= day)?.[1] ?? count;
  return later + count - first;
}

/** A story with what it takes. */
export type SizedStory = {
  readonly story: Pick<Summary, "id" | "digest" | "expires">;
  readonly size: Sizes[number];
  readonly isForUnread: boolean;
};

/** What a device has, and the time. */
export type KeepState = {
  readonly isRead: (id: string) => boolean;
  /** A saved copy is there without the network anyhow. */
  readonly isSaved: (id: string) => boolean;
  readonly now: Date;
};

/** What is to be kept, and what that takes in bytes. */
export type KeepPlan = {
  /** Newest first. */
  readonly stories: readonly {
    readonly id: string;
    readonly digest: string;
    readonly bytes: number;
  }[];
  readonly textBytes: number;
  readonly pictureBytes: number;
  /** Stories that were meant and don't fit. */
  readonly left: number;
};

/** Takes of what is meant as much as fits, newest first: one that is too large lets a smaller one behind it in. */
export function planKeeping(
  choice: KeepChoice,
  candidates: readonly SizedStory[],
  { isRead, isSaved, now }: KeepState,
): KeepPlan {
  const most = choice.megabytes * 1_000_000;
  const stories: { id: string; digest: string; bytes: number }[] = [];
  let [textBytes, pictureBytes, left] = [0, 0, 0];
  for (const { story, size, isForUnread } of candidates) {
    const { id, digest, expires } = story;
    const isOver = expires !== undefined && Date.parse(expires) <= now.getTime();
    if (isOver || isSaved(id) || (isForUnread && isRead(id))) continue;
    const [text, pictures] = size;
    if (textBytes + pictureBytes + text + pictures > most) {
      left += 1;
      continue;
    }
    stories.push({ id, digest, bytes: text + pictures });
    textBytes += text;
    pictureBytes += pictures;
  }
  return { stories, textBytes, pictureBytes, left };
}
