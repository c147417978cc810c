import { mkdirSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import type { Outcome } from "#pipeline/command/build.ts";

/** Writes the report of a run as JSON, whole or not at all. */
export function writeReport(file: string, outcome: Outcome): void {
  mkdirSync(dirname(file), { recursive: true });
  const part = `${file}.part`;
  writeFileSync(part, `${JSON.stringify(reportOf(outcome), null, 2)}\n`);
  renameSync(part, file);
}

/** The report as others read it: its keys stay as they are from version to version. */
function reportOf({ report, result, seconds }: Outcome) {
  return {
    articles: report.published.map(({ path, id, url, title, date, language }) => ({
      path,
      id,
      url,
      title,
      date,
      language,
    })),
    left_out: report.leftOut.map(({ path, reason }) => ({ path, reason })),
    problems: report.problems.map(({ path, line, message }) => ({ path, line, message })),
    counts: {
      articles: report.published.length,
      listed: result?.stories ?? 0,
      tags: result?.tags ?? 0,
      sources: result?.sources ?? 0,
      sections: result?.sections ?? 0,
      left_out: report.leftOut.length,
      problems: report.problems.length,
    },
    seconds: Number(seconds.toFixed(3)),
  };
}
