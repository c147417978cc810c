import * as v from "valibot";
import { IdSchema } from "./article.ts";
import { checkVersion, parseAs } from "./parse.ts";

const QUEUE_VERSION = 1;

/** What one can say one has. */
export const QUEUE_MINUTES = [5, 10, 15, 30, 60] as const;
const USUAL_MINUTES = 15;

const QueuedSchema = v.object({
  id: IdSchema,
  title: v.string(),
  minutes: v.pipe(v.number(), v.minValue(0)),
  /** Whether it is read in its copy on the device. */
  isSaved: v.boolean(),
});
/** A story that waits in a queue. */
export type QueuedStory = v.InferOutput<typeof QueuedSchema>;

const QueueSchema = v.object({
  v: v.literal(QUEUE_VERSION),
  minutes: v.picklist(QUEUE_MINUTES),
  stories: v.array(QueuedSchema),
});
/** Stories for so many minutes: it is made once, and ends. */
export type ReadingQueue = v.InferOutput<typeof QueueSchema>;

/** @throws FormatError, NewerVersionError */
export function parseQueue(value: unknown): ReadingQueue {
  checkVersion(value, QUEUE_VERSION, "queue");
  return parseAs(QueueSchema, value, "queue");
}

/**
 * Chooses of stories, in their order, as many as can be read in so many minutes: what does not fit any more is passed
 * over. Saved and new ones take turns, and no story comes twice.
 */
export function fillQueue(
  minutes: ReadingQueue["minutes"],
  saved: readonly QueuedStory[],
  newest: readonly QueuedStory[],
): ReadingQueue {
  const candidates = Array.from({ length: Math.max(saved.length, newest.length) }, (_, at) =>
    [saved[at], newest[at]].filter((story) => story !== undefined),
  ).flat();
  const stories: QueuedStory[] = [];
  let left: number = minutes;
  for (const story of candidates) {
    if (story.minutes > left || stories.some(({ id }) => id === story.id)) continue;
    stories.push(story);
    left -= Math.max(1, story.minutes);
    if (left <= 0) break;
  }
  return { v: QUEUE_VERSION, minutes, stories };
}

/** Reads how many minutes an address speaks of; the usual number where it says none that one can choose. */
export function minutesFrom(search: string): ReadingQueue["minutes"] {
  return readMinutes(search, "n") ?? USUAL_MINUTES;
}

/** Reads in which queue an address opens a story; null where in none. */
export function queueFrom(search: string): ReadingQueue["minutes"] | null {
  return readMinutes(search, "queue");
}

function readMinutes(search: string, name: string): ReadingQueue["minutes"] | null {
  const number = Number(new URLSearchParams(search).get(name));
  return QUEUE_MINUTES.find((each) => each === number) ?? null;
}
