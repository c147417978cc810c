import type { SavedRecord } from "#model/saved.ts";
import { type Term, type TermKind, termKey } from "#model/term.ts";

/** A term of the saved stories, as they write it, and how many have it. */
export type TermCount = { readonly key: string; readonly label: string; readonly count: number };

/** The tags, sources or sections of what is saved, the most used first. */
export function termCounts(records: readonly SavedRecord[], kind: TermKind): TermCount[] {
  return counted(records, ({ summary }) => labelsOf(summary, kind));
}

/** The reader's own tags, the most used first. */
export function labelCounts(records: readonly SavedRecord[]): TermCount[] {
  return counted(records, ({ labels = [] }) => labels);
}

/** How the saved stories write a term: nothing is asked of the network for it. */
export function labelIn(records: readonly SavedRecord[], { kind, key }: Term): string {
  for (const { summary } of records) {
    const label = labelsOf(summary, kind).find((each) => termKey(each) === key);
    if (label !== undefined) return label;
  }
  return key;
}

function labelsOf(summary: SavedRecord["summary"], kind: TermKind): readonly string[] {
  if (kind === "tag") return summary.tags;
  const one = kind === "source" ? summary.source : summary.section;
  return one === undefined ? [] : [one];
}

function counted(
  records: readonly SavedRecord[],
  labels: (record: SavedRecord) => readonly string[],
): TermCount[] {
  const counts = new Map<string, TermCount>();
  for (const record of records) {
    for (const label of labels(record)) {
      const key = termKey(label);
      const known = counts.get(key);
      counts.set(key, { key, label: known?.label ?? label, count: (known?.count ?? 0) + 1 });
    }
  }
  return [...counts.values()].sort((a, b) => b.count - a.count || (a.label < b.label ? -1 : 1));
}
