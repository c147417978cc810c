import type { Outcome } from "#pipeline/command/build.ts";
import type { Plan } from "#pipeline/command/plan/plan.ts";
import { plural, problemLine, type Report } from "#pipeline/report.ts";
import { byPlace, writeReport } from "./report-file.ts";
import type { Terminal } from "./terminal.ts";

/**
 * Says what a run came to: its problems, a summary, and last where the edition is; writes the report file if the plan
 * has one. Gives the exit code.
 *
 * @param before the problems of the run before, which are not said again.
 */
export function tellOutcome(
  outcome: Outcome,
  { options, report: file, isStrict }: Plan,
  where: string | null,
  terminal: Terminal,
  before: ReadonlySet<string> = NONE,
): number {
  const { report, failure } = outcome;
  const problems = byPlace(report.problems).map(problemLine);
  const fresh = problems.filter((line) => !before.has(line));
  for (const line of fresh) terminal.tell(line);
  if (file !== null) writeReport(file, outcome, options.base);
  for (const line of summaryLines(outcome, where, problems.length - fresh.length))
    terminal.say(line);
  if (failure) terminal.tell(`offprint: ${failure.message}`);
  if (failure) return 1;
  if (!isStrict || report.problems.length === 0) return 0;
  terminal.tell(
    "offprint: --strict was given and there are problems, so this run counts as failed.",
  );
  return 1;
}

const NONE: ReadonlySet<string> = new Set();

/** The problems of a run, as they were said. */
export function problemsOf({ report }: Pick<Outcome, "report">): ReadonlySet<string> {
  return new Set(report.problems.map(problemLine));
}

function summaryLines(
  { report, result, seconds }: Outcome,
  where: string | null,
  toldBefore: number,
): string[] {
  if (!result) return [];
  const lines = [
    [
      plural(report.publishedCount, "article"),
      plural(result.tags, "tag"),
      plural(result.sources, "source"),
      plural(result.sections, "section"),
    ].join(", "),
    ...undated(report),
    ...pictures(report),
    ...leftOut(report),
    problemCount(report, toldBefore),
  ];
  const files = `${plural(result.written, "file")} written, ${number(result.unchanged)} unchanged, ${number(result.removed)} removed`;
  const time = `${seconds.toFixed(seconds < 10 ? 2 : 0)} s`;
  return [...lines, where === null ? time : `${files}; ${time}`, ...(where ? [where] : [])];
}

function problemCount({ problems }: Report, toldBefore: number): string {
  if (problems.length === 0) return "No problems";
  const count = plural(problems.length, "problem");
  return toldBefore === 0 ? count : `${count}, ${number(toldBefore)} of them told before`;
}

function undated({ undatedCount: count }: Report): string[] {
  return count === 0 ? [] : [`${plural(count, "article")} without a date, listed last`];
}

/** How many pictures the edition holds, and how many stay where they are for each reason; the report file names those. */
function pictures({ picturesOwn: own, picturesElsewhere }: Report): string[] {
  const held = own === 0 ? [] : [`${plural(own, "picture")} made the edition's own`];
  if (picturesElsewhere.length === 0) return held;
  const byReason = countBy(picturesElsewhere.map(({ reason }) => reason));
  return [
    ...held,
    `${plural(picturesElsewhere.length, "picture")} left as they are:`,
    ...byReason.map(([reason, count]) => `  ${number(count)}: ${reason}`),
  ];
}

/** How many were left out for each kind of reason; the details, such as dates, stand in the report file. */
function leftOut({ leftOut: files }: Report): string[] {
  if (files.length === 0) return [];
  const kinds = files.map(({ reason }) => reason.replace(/(:| on | \().*$/s, ""));
  return [
    `${plural(files.length, "file")} left out:`,
    ...countBy(kinds).map(([reason, count]) => `  ${number(count)} ${reason}`),
  ];
}

/** How often each word is there, the most frequent first. */
function countBy(words: readonly string[]): [word: string, count: number][] {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a);
}

function number(count: number): string {
  return count.toLocaleString("en");
}
