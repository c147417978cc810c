import type { Format } from "#data/transfer/arriving/cargo-kinds.ts";
import type { TakenIn } from "#data/transfer/arriving/carry-out.ts";
import type { Line, Outcome, Plan } from "#data/transfer/arriving/plan.ts";
import { messagesOf, type Speech } from "#ui/messages/messages.tsx";
import { lineWords } from "./line-words.ts";
import messages from "./outcome-table.messages.json";
import { formatWords } from "./taking-words.ts";
import { transferFailure } from "./transfer-failure.ts";
import type { Refused } from "./use-arriving.ts";

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
  readonly format: Format;
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
  speech: Speech,
): string {
  const { say } = messagesOf(messages, speech);
  const heads = countFiles(plan, taken.lines).map(({ file, format, rows, counts }) =>
    [
      `${file}: ${formatWords(format, speech)}`,
      `  ${say("rows")}: ${rows}`,
      ...OUTCOMES.map((outcome) => `  ${say(`${outcome}After`)}: ${counts.get(outcome) ?? 0}`),
    ].join("\n"),
  );
  const lines = taken.lines
    .filter(({ outcome, why }) => outcome === "failed" || why !== undefined)
    .map((line) => {
      const outcome = say(`${line.outcome}After`);
      return say("line", { outcome, file: line.file, ...lineWords(line, speech) });
    });
  return [
    taken.isStopped ? say("stoppedEarly") : "",
    ...heads,
    ...refused.map(({ file, error }) =>
      say("notRead", { file, why: transferFailure(error, speech) }),
    ),
    ...lines,
    "",
  ]
    .filter((part, at, all) => part !== "" || at === all.length - 1)
    .join("\n");
}
