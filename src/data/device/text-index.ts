import type { SavedRecord } from "#model/saved.ts";
import { foldText, textOf } from "#model/saved-text.ts";
import { createSubscribable } from "./subscribable.ts";

type Surroundings = {
  /** Packed bodies in the order of the records; null for what can't be had. */
  readonly bodiesOf: (records: readonly SavedRecord[]) => Promise<readonly (string | null)[]>;
  /** Throws where the body is damaged. */
  readonly unpack: (body: string) => unknown;
  /** Lets the reader's input go first; settles soon after. */
  readonly breathe: () => Promise<void>;
  /** Milliseconds since any moment. */
  readonly clock: () => number;
  /** For tests. */
  readonly mostCharacters?: number;
};

/** How far the texts have been looked through; the same object until that changes. */
export type TextIndex = {
  /** The folded text of a record; undefined as long as it was not looked at. */
  readonly textOf: (record: SavedRecord) => string | undefined;
  readonly looked: number;
  readonly isDone: boolean;
};

/** Bodies that are read at once, and milliseconds of work after which the input has its turn. */
const BATCH = 25;
const SLICE_MS = 8;
/** Memory for texts; what was saved longest ago is not looked through beyond it. */
const MOST_CHARACTERS = 60_000_000;
/** Milliseconds between two drawings of what was found so far. */
const TELL_EVERY = 250;

/** The words of all saved articles, read into memory when somebody first looks for words, in slices. */
export function createTextIndex({
  bodiesOf,
  unpack,
  breathe,
  clock,
  mostCharacters = MOST_CHARACTERS,
}: Surroundings) {
  const { subscribe, notify } = createSubscribable();
  const texts = new Map<string, { digest: string; text: string }>();
  let wanted: readonly SavedRecord[] = [];
  let isAtWork = false;
  let snapshot: TextIndex = snapshotOf(true);

  function find({ id, digest }: SavedRecord): string | undefined {
    const known = texts.get(id);
    return known?.digest === digest ? known.text : undefined;
  }

  function snapshotOf(isDone: boolean): TextIndex {
    return { textOf: find, looked: texts.size, isDone };
  }

  function tell(isDone: boolean): void {
    snapshot = snapshotOf(isDone);
    notify();
  }

  async function readBatch(batch: readonly SavedRecord[]): Promise<number> {
    const bodies = await bodiesOf(batch);
    let size = 0;
    let start = clock();
    for (const [at, { id, digest }] of batch.entries()) {
      const text = readText(bodies[at] ?? null, unpack);
      texts.set(id, { digest, text });
      size += text.length;
      if (clock() - start < SLICE_MS) continue;
      await breathe();
      start = clock();
    }
    return size;
  }

  async function work(): Promise<void> {
    let size = 0;
    for (const { text } of texts.values()) size += text.length;
    let told = clock();
    for (;;) {
      const batch = wanted.filter((record) => find(record) === undefined).slice(0, BATCH);
      if (batch.length === 0 || size > mostCharacters) return;
      size += await readBatch(batch);
      if (clock() - told > TELL_EVERY) {
        tell(false);
        told = clock();
      }
      await breathe();
    }
  }

  return {
    subscribe,
    getSnapshot: () => snapshot,
    /** Sees to it that the texts of these are known, as soon as may be. */
    want: async (records: readonly SavedRecord[]): Promise<void> => {
      wanted = records;
      const ids = new Set(records.map(({ id }) => id));
      for (const id of texts.keys()) if (!ids.has(id)) texts.delete(id);
      if (isAtWork || records.every((record) => find(record) !== undefined)) return;
      isAtWork = true;
      tell(false);
      // What can't be read is found by its title.
      await work().catch(() => undefined);
      isAtWork = false;
      tell(true);
    },
  };
}

function readText(body: string | null, unpack: (body: string) => unknown): string {
  try {
    const article = body === null ? null : unpack(body);
    if (typeof article !== "object" || article === null || !("body" in article)) return "";
    return typeof article.body === "string" ? foldText(textOf(article.body)) : "";
  } catch {
    return "";
  }
}
