import { openTravellers } from "#data/transfer/stock.ts";
import type { Article } from "#model/article.ts";
import type { Traveller } from "#model/backup.ts";
import type { SavedRecord } from "#model/saved.ts";

/** What a file is made of, and what could not go into it. */
export type Leaving = {
  readonly blob: Blob;
  /** Stories in it. */
  readonly count: number;
  readonly failed: readonly { readonly name: string; readonly error: unknown }[];
};

export type LeavingWatch = {
  readonly onProgress?: (done: number, all: number) => void;
  readonly signal?: AbortSignal;
};

/** Cleans an article's text into elements of no page; a way in from the room that may set HTML. */
type Clean = (article: Article) => {
  readonly root: Element;
  readonly direction: "ltr" | "rtl";
};

/** The words that a file has of its own, beside its stories': in the language of who makes it. */
export type LeavingWords = {
  /** A BCP 47 tag. */
  readonly language: string;
  readonly direction: "ltr" | "rtl";
  /** What a list of stories is called. */
  readonly savedStories: string;
  /** What a book is called that was made on a day, `YYYY-MM-DD`. */
  readonly bookTitle: (day: string) => string;
  readonly bookmarks: string;
  /** What leads to where a story came from. */
  readonly original: string;
  /** In the place of a title. */
  readonly untitled: string;
  /** What leads to a film or a recording. */
  readonly video: string;
  readonly sound: string;
};

/** What files that leave are made with. */
export type Workshop = LeavingWatch & {
  readonly clean: Clean;
  readonly words: LeavingWords;
  /** The edition's address, with its slash: a story without an original is to be found below it. */
  readonly home: string;
};

/** `emptyBook`: no story has a text for the book. `noText`: this story has none, only its address. */
type LeavingErrorKind = "emptyBook" | "noText";

/** Says why stories, or one of them, can't go into a file of that kind. */
export class LeavingError extends Error {
  override readonly name = "LeavingError";
  readonly kind: LeavingErrorKind;

  constructor(kind: LeavingErrorKind) {
    super(kind);
    this.kind = kind;
  }
}

/** Stories between two words of how far it is. */
const STEP = 5;

/** Opens stories one after another and hands them on; what fails is named, and the others go on. */
export async function eachStory(
  records: readonly SavedRecord[],
  { onProgress, signal }: LeavingWatch,
  take: (traveller: Traveller) => void | Promise<void>,
): Promise<Pick<Leaving, "count" | "failed">> {
  const failed: { name: string; error: unknown }[] = [];
  let done = 0;
  for await (const { record, traveller, error } of openTravellers(records)) {
    signal?.throwIfAborted();
    const fault = traveller ? await attempt(take, traveller) : error;
    signal?.throwIfAborted();
    if (fault) failed.push({ name: record.summary.title, error: fault });
    done += 1;
    if (done % STEP === 0 || done === records.length) onProgress?.(done, records.length);
  }
  return { count: records.length - failed.length, failed };
}

/** @returns what went wrong; null where nothing did */
async function attempt(
  take: (traveller: Traveller) => void | Promise<void>,
  traveller: Traveller,
): Promise<unknown> {
  try {
    await take(traveller);
    return null;
  } catch (error) {
    return error;
  }
}
