import { parseQueue, type ReadingQueue } from "#model/reading-queue.ts";
import { openStorage } from "./device/local-storage.ts";
import { storageKey } from "./device/storage-keys.ts";

// For as long as the tab lives: who comes back another day has other minutes.
const session = openStorage(() => window.sessionStorage);

/** Gives the queue for so many minutes; null where none was begun, or it can't be read. */
export function readQueue(minutes: number): ReadingQueue | null {
  const text = session.get(storageKey.queue(minutes));
  if (text === null) return null;
  try {
    return parseQueue(JSON.parse(text));
  } catch {
    // It is made anew: nothing of the reader's is in it.
    return null;
  }
}

/** Keeps a queue that was begun. */
export function keepQueue(queue: ReadingQueue): void {
  session.set(storageKey.queue(queue.minutes), JSON.stringify(queue));
}

/** Forgets a queue, so that the next one is another. */
export function endQueue(minutes: number): void {
  session.remove(storageKey.queue(minutes));
}
