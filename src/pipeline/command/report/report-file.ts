import { mkdirSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { articlePath } from "#model/address.ts";
import type { Outcome } from "#pipeline/command/build.ts";

/** Writes the report of a run as JSON, whole or not at all; `base` is where the edition is served. */
export function writeReport(file: string, outcome: Outcome, base: string): void {
  mkdirSync(dirname(file), { recursive: true });
  const part = `${file}.part`;
  writeFileSync(part, `${JSON.stringify(reportOf(outcome, base), null, 2)}\n`);
  renameSync(part, file);
}

/** The report as others read it: its keys stay as they are from version to version. */
function reportOf({ report, result, seconds }: Outcome, base: string) {
  return {
    articles: byPlace(report.published).map(({ path, id, title, date, language }) => ({
      path,
      id,
      url: `${base}${articlePath(id).slice(1)}`,
      title,
      date,
      language,
    })),
    left_out: byPlace(report.leftOut).map(({ path, reason }) => ({ path, reason })),
    problems: byPlace(report.problems).map(({ path, line, message }) => ({ path, line, message })),
    pictures_elsewhere: byPlace(report.picturesElsewhere).map(({ path, address, reason }) => ({
      path,
      address,
      reason,
    })),
    counts: {
      articles: report.publishedCount,
      listed: result?.stories ?? 0,
      tags: result?.tags ?? 0,
      sources: result?.sources ?? 0,
      sections: result?.sections ?? 0,
      left_out: report.leftOut.length,
      problems: report.problems.length,
      pictures_own: report.picturesOwn,
      pictures_elsewhere: report.picturesElsewhere.length,
    },
    seconds: Number(seconds.toFixed(3)),
  };
}

/** Orders by path and line, since files are read in several passes and the order of those says nothing to a person. */
export function byPlace<T extends { readonly path: string; readonly line?: number }>(
  places: readonly T[],
): T[] {
  return [...places].sort((a, b) =>
    a.path === b.path ? (a.line ?? 0) - (b.line ?? 0) : a.path < b.path ? -1 : 1,
  );
}
