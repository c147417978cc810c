import { useQuery } from "@tanstack/react-query";
import { useEffect, useSyncExternalStore } from "react";
import { type SavedRecord, tidyLabels } from "#model/saved.ts";
import { termKey } from "#model/term.ts";
import { useSaved, withSaved } from "./device.ts";
import type { Removed } from "./kept-aside.ts";
import { loadPacking } from "./open-copy.ts";
import { markStories, undoAct } from "./reading-acts.ts";
import type { ReaderMarks } from "./saved-changes.ts";
import { createTextIndex, type TextIndex } from "./text-index.ts";

// What one does with saved articles where they are worked through. It is loaded with the pages that show them.

/** Takes back what was done; rejects with a SavedError where the browser denies it. */
export type Undo = () => Promise<void>;

/** Puts articles into the archive, or back among what is to be read. */
export function archive(ids: readonly string[], isArchived: boolean): Promise<Undo> {
  return mark(ids, ({ labels }) => marksOf(isArchived, labels));
}

/** Puts one of the reader's own tags on articles. */
export function addLabel(ids: readonly string[], label: string): Promise<Undo> {
  return mark(ids, ({ archived, labels = [] }) => marksOf(archived, [...labels, label]));
}

/** Takes one of the reader's own tags off articles. */
export function dropLabel(ids: readonly string[], label: string): Promise<Undo> {
  const key = termKey(label);
  return mark(ids, ({ archived, labels = [] }) =>
    marksOf(
      archived,
      labels.filter((each) => termKey(each) !== key),
    ),
  );
}

/** Takes articles out of what is saved. */
export async function removeAll(ids: readonly string[]): Promise<Undo> {
  const taken = await withSaved((work) => work.takeOut(ids));
  return async () => {
    await withSaved((work) => work.putBack(taken));
  };
}

/** Marks articles as read or unread; those that are so already are no part of the undo. */
export function setRead(ids: readonly string[], isRead: boolean): Undo {
  const act = markStories({ way: "hand", mark: isRead ? "read" : "unread", ids });
  return async () => {
    if (act) undoAct(act.name);
  };
}

/** What was taken out and can still be put back, the last one first. */
export function useRemoved() {
  const { records, isComplete } = useSaved();
  const newest = records.reduce((rev, record) => Math.max(rev, record.rev), 0);
  return useQuery<readonly Removed[]>({
    queryKey: ["removed articles", records.length, newest],
    queryFn: () => withSaved((work) => work.removed()),
    enabled: isComplete,
    networkMode: "always",
    placeholderData: (earlier) => earlier,
    retry: false,
    gcTime: 0,
  });
}

/** Puts articles that were taken out back into their places. */
export async function putBack(removed: readonly Removed[]): Promise<void> {
  const copies = removed.map(({ record }) => ({ record, body: null }));
  await withSaved((work) => work.putBack(copies));
}

/** Lets go for good of all that was taken out. */
export function forgetAllRemoved(): Promise<void> {
  return withSaved((work) => work.forgetRemoved(true));
}

/** Fetches the pictures of an article that are missing. */
export async function fetchPictures(record: SavedRecord): Promise<void> {
  const work = await withSaved(async (each) => each);
  await work.pictures?.fetchOf(record);
}

const index = createTextIndex({
  bodiesOf: async (records) => (await withSaved(async (work) => work)).bodiesOf(records),
  unpack: (body) => unpackArticle(body),
  breathe: () => new Promise((resolve) => setTimeout(resolve)),
  clock: () => performance.now(),
});
let unpackArticle: (body: string) => unknown = () => null;

/** The words of saved articles; they are read as soon as somebody wants them, and none before. */
export function useTexts(isWanted: boolean): TextIndex {
  const { records } = useSaved();
  useEffect(() => {
    if (!isWanted) return;
    loadPacking()
      .then((packing) => {
        unpackArticle = packing.unpackArticle;
        return index.want(records);
      })
      // With the network off a part of the app may be missing: titles are looked through all the same.
      .catch(() => undefined);
  }, [records, isWanted]);
  return useSyncExternalStore(index.subscribe, index.getSnapshot);
}

async function mark(
  ids: readonly string[],
  change: (record: SavedRecord) => ReaderMarks,
): Promise<Undo> {
  const earlier = await withSaved((work) => work.mark(ids, change));
  return async () => {
    await withSaved((work) => work.mark([...earlier.keys()], ({ id }) => earlier.get(id) ?? {}));
  };
}

function marksOf(isArchived: boolean | undefined, labels: readonly string[] = []): ReaderMarks {
  const tidy = tidyLabels(labels);
  return {
    ...(isArchived ? { archived: true } : {}),
    ...(tidy.length > 0 ? { labels: tidy } : {}),
  };
}
