import type { TakenIn } from "#data/transfer/arriving/carry-out.ts";
import type { Line, Outcome, Plan } from "#data/transfer/arriving/plan.ts";
import type { Refused } from "./use-arriving.ts";

/** What each outcome is called, before and after; in the order in which they are told. */
export const OUTCOMES: readonly { outcome: Outcome; before: string; after: string }[] = [
  { outcome: "added", before: "To be added", after: "Added" },
  { outcome: "changed", before: "To be changed: newer in the file", after: "Changed" },
  { outcome: "removed", before: "To be taken out, as in the file", after: "Taken out" },
  { outcome: "here", before: "Already here", after: "Already here" },
  { outcome: "skipped", before: "Skipped: newer on this device", after: "Skipped" },
  { outcome: "failed", before: "Can’t be read", after: "Failed" },
];

export type FileCount = {
  readonly file: string;
  readonly format: string;
  readonly rows: number;
  readonly counts: ReadonlyMap<Outcome, number>;
};

/** Counts what becomes of the rows of each file. */
export function countFiles({ files }: Plan, lines: readonly Line[]): FileCount[] {
  const all = new Map<string, Map<Outcome, number>>();
  for (const { file, outcome } of lines) {
    const counts = all.get(file) ?? new Map<Outcome, number>();
    counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
    all.set(file, counts);
  }
  return files.map((each) => ({ ...each, counts: all.get(each.file) ?? new Map() }));
}

/** Says whether there is nothing to do. */
export function isNothing({ copies, removals, belongings }: Plan): boolean {
  const { read, positions, settings } = belongings;
  const things = copies.length + removals.length + read.size + positions.size;
  return things === 0 && settings === null;
}

/** What comes besides articles, in words; empty where nothing does. */
export function besides({ belongings: { read, positions, settings } }: Plan): string {
  const parts = [
    read.size > 0 ? `${read.size} read ${read.size === 1 ? "mark" : "marks"}` : "",
    positions.size > 0
      ? `${positions.size} reading ${positions.size === 1 ? "position" : "positions"}`
      : "",
    settings ? "the settings" : "",
  ].filter(Boolean);
  return parts.join(", ");
}

/** The whole report as text: the counts of each file, then every row that was not taken in, with its reason. */
export function reportText(plan: Plan, taken: TakenIn, refused: readonly Refused[]): string {
  const heads = countFiles(plan, taken.lines).map(({ file, format, rows, counts }) =>
    [
      `${file}: ${format}`,
      `  Rows read: ${rows}`,
      ...OUTCOMES.map(({ outcome, after }) => `  ${after}: ${counts.get(outcome) ?? 0}`),
    ].join("\n"),
  );
  const lines = taken.lines
    .filter(({ outcome, why }) => outcome === "failed" || why !== undefined)
    .map(({ file, where, name, outcome, why }) => `${outcome}: ${file}, ${where}: ${name}: ${why}`);
  return [
    taken.isStopped ? "Stopped before its end." : "",
    ...heads,
    ...refused.map(({ file, why }) => `${file}: not read. ${why}`),
    ...lines,
    "",
  ]
    .filter((part, at, all) => part !== "" || at === all.length - 1)
    .join("\n");
}
