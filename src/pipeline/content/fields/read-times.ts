import { clip, type Fields } from "#pipeline/content/source/fields.ts";
import { parseInstant } from "./parse-instant.ts";

/** An instant, and the field that it was read from. */
type Moment = { readonly key: string; readonly written: string; readonly instant: string };

/** When an article was and is to be seen; null for what its front matter doesn't say. */
export type Times = {
  readonly date: Moment | null;
  readonly publish: Moment | null;
  readonly expires: Moment | null;
  /** Only where a field of its own says so. */
  readonly modified: Moment | null;
};

const DATE = ["date", "publishdate", "pubdate", "published", "lastmod", "modified"];
const PUBLISH = ["publishdate", "pubdate", "published", "date"];
const EXPIRES = ["expirydate", "unpublishdate"];
const MODIFIED = ["lastmod", "modified"];

/**
 * Reads the times of an article by Hugo's chains: the first field with a valid date counts. Dates without a zone are
 * in `zone`.
 */
export function readTimes(fields: Fields, zone: string): Times {
  const known = new Map<string, Moment | null>();
  const momentOf = (key: string): Moment | null => {
    const moment = known.get(key);
    if (moment !== undefined) return moment;
    const read = readMoment(fields, key, zone);
    known.set(key, read);
    return read;
  };
  const firstOf = (keys: readonly string[]): Moment | null => {
    for (const key of keys) {
      const moment = momentOf(key);
      if (moment) return moment;
    }
    return null;
  };
  return {
    date: firstOf(DATE),
    publish: firstOf(PUBLISH),
    expires: firstOf(EXPIRES),
    modified: firstOf(MODIFIED),
  };
}

function readMoment(fields: Fields, key: string, zone: string): Moment | null {
  const written = fields.word(key);
  if (written === undefined) return null;
  // `published: false` is a flag, not a date.
  if (key === "published" && fields.flag(key) !== undefined) return null;
  const instant = parseInstant(written, zone);
  if (instant) return { key, written, instant };
  if (instant === null) {
    const example = "Write it like 2026-01-13T09:40:00+01:00.";
    fields.tell(key, `“${key}: ${clip(written)}” is no date that can be read. ${example}`);
  }
  return null;
}
