import { useDeferredValue, useMemo, useState } from "react";
import { useTexts } from "#data/device/read-later.ts";
import type { SavedRecord } from "#model/saved.ts";
import { foldText, wordTest } from "#model/saved-text.ts";
import { inOrder, isInView, type SavedView } from "#model/saved-view.ts";

/** What a view shows. */
export type ViewRecords = {
  readonly shown: readonly SavedRecord[];
  /** How many texts have been looked through for the words; null where there are no words, or all have been. */
  readonly looked: number | null;
};

const heads = new WeakMap<SavedRecord, string>();

/** Chooses and orders what a view shows; words are looked for in the texts too, which takes a moment the first time. */
export function useViewRecords(
  records: readonly SavedRecord[],
  read: ReadonlySet<string>,
  view: SavedView,
): ViewRecords {
  const words = useDeferredValue(view.words.trim());
  const texts = useTexts(words !== "");
  // What is read meanwhile stays in the list of the unread: nothing goes from under the reader's eyes.
  const [first, setFirst] = useState({ read, shelf: view.shelf });
  if (first.shelf !== view.shelf) setFirst({ read, shelf: view.shelf });
  const fitting = useMemo(
    () => records.filter((record) => isInView(view, record, first.read.has(record.id))),
    [records, view, first],
  );
  const shown = useMemo(() => {
    if (words === "") return fitting.toSorted(inOrder(view.sort));
    const hasWords = wordTest(words);
    return fitting
      .filter((record) => hasWords(`${headOf(record)} ${texts.textOf(record) ?? ""}`))
      .sort(inOrder(view.sort));
  }, [fitting, words, texts, view.sort]);
  return { shown, looked: words === "" || texts.isDone ? null : texts.looked };
}

function headOf(record: SavedRecord): string {
  const known = heads.get(record);
  if (known !== undefined) return known;
  const { title, excerpt, source = "", tags } = record.summary;
  const all = [title, source, excerpt, ...tags, ...(record.labels ?? []), record.link ?? ""];
  const head = foldText(all.join(" "));
  heads.set(record, head);
  return head;
}
