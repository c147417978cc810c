import { readFileSync } from "node:fs";
import { join } from "node:path";
import { dataAddress } from "#model/address.ts";
import type { Summary } from "#model/article.ts";
import { parseManifest, parseMonth, parseRows } from "#model/edition.ts";

/** All stories that an edition lists, newest first, as its files say. */
export function listedStories(edition: string): Summary[] {
  const read = (path: string): unknown => JSON.parse(readFileSync(join(edition, path), "utf8"));
  const { months } = parseManifest(read(dataAddress.manifest()));
  return months.flatMap(([month, , digest]) => {
    const { chunks } = parseMonth(read(dataAddress.month(month, digest)));
    return chunks.flatMap(([, , rows]) => parseRows(read(dataAddress.rows(month, rows)))).reverse();
  });
}
