import type { TakenIn } from "#data/transfer/arriving/carry-out.ts";
import type { Line, Outcome, Plan } from "#data/transfer/arriving/plan.ts";
import type { Messages } from "#ui/messages/messages.tsx";
import type messages from "./outcome-table.messages.json";
import type { Refused } from "./use-arriving.ts";

/** Says the messages of the table of outcomes. */
export type Say = Messages<keyof (typeof messages)["en"]>["say"];

/** The outcomes, in the order in which they are told. */
export const OUTCOMES: readonly Outcome[] = [
  "added",
  "changed",
  "removed",
  "here",
  "skipped",
  "failed",
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

/** The whole report as text: the counts of each file, then every row that was not taken in, with its reason. */
export function reportText(
  plan: Plan,
  taken: TakenIn,
  refused: readonly Refused[],
  say: Say,
): string {
  const heads = countFiles(plan, taken.lines).map(({ file, format, rows, counts }) =>
    [
      `${file}: ${format}`,
      `  ${say("rows")}: ${rows}`,
      ...OUTCOMES.map((outcome) => `  ${say(`${outcome}After`)}: ${counts.get(outcome) ?? 0}`),
    ].join("\n"),
  );
  const lines = taken.lines
    .filter(({ outcome, why }) => outcome === "failed" || why !== undefined)
    .map(
      ({ file, where, name, outcome, why }) =>
        `${say(`${outcome}After`)}: ${file}, ${where}: ${name}: ${why}`,
    );
  return [
    taken.isStopped ? say("stoppedEarly") : "",
    ...heads,
    ...refused.map(({ file, why }) => say("notRead", { file, why })),
    ...lines,
    "",
  ]
    .filter((part, at, all) => part !== "" || at === all.length - 1)
    .join("\n");
}
