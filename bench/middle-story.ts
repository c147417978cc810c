import { readFileSync } from "node:fs";
import { join } from "node:path";
import { articlePath, dataAddress } from "#model/address.ts";
import { parseManifest, parseMonth, parseRows } from "#model/edition.ts";

/** The id of a story from the middle of the archive: none that a list has at hand. */
export function middleStory(edition: string): string {
  const read = (path: string): unknown => JSON.parse(readFileSync(join(edition, path), "utf8"));
  const { months } = parseManifest(read(dataAddress.manifest()));
  const [month, , digest] = months[Math.floor(months.length / 2)] ?? ["", 0, ""];
  const [, , rows] = parseMonth(read(dataAddress.month(month, digest))).chunks[0] ?? [0, 0, ""];
  const [story] = parseRows(read(dataAddress.rows(month, rows)));
  if (!story) throw new Error(`The edition in ${edition} has no story in ${month}.`);
  return story.id;
}

/** The address of its page, below the base. */
export function middleStoryPage(edition: string): string {
  return articlePath(middleStory(edition)).slice(1);
}
