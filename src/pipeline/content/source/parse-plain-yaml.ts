import { type HearTwin, mapOf, type Value, type ValueMap } from "./value.ts";

/** Characters that YAML treats in ways of their own wherever they stand. */
const ODD = /[^\n\P{Cc}]|[\uFEFF\u2028\u2029]|\p{Surrogate}/u;
const FIELD = /^([A-Za-z_][\w-]*):(?: +(\S.*))?$/;
const ITEM = /^( *)- +(\S.*)$/;
const NULL = /^(?:null|Null|NULL)$/;
const SINGLE = /^'((?:[^']|'')*)'$/;
const DOUBLE = /^"([^"\\]*)"$/;
/** Begins with a letter or a digit, and holds nothing that could end it, or begin something else. */
const PLAIN = /^[\p{L}\p{N}/](?!.*(?:: | #)|.*:$)/u;

type Entry = { readonly key: string; value: Value; items: Value[] | null; indent: string };

/**
 * Reads front matter as importers write it: fields and lists of words, each on a line of its own. It gives just what
 * the full parser would, ten times as fast; null wherever that is not certain.
 */
export function parsePlainYaml(text: string, hearTwin: HearTwin): ValueMap | null {
  if (ODD.test(text)) return null;
  const entries: Entry[] = [];
  for (const written of text.split("\n")) {
    const line = withoutEnd(written);
    if (line === "" || line.startsWith("#")) continue;
    const entry = readField(line);
    if (entry) entries.push(entry);
    else if (!readItem(line, entries.at(-1))) return null;
  }
  return mapOf(
    entries.map(({ key, value, items }) => [key, items ?? value] as const),
    hearTwin,
  );
}

/** Takes the spaces off the end; a pattern would look at every run of them. */
function withoutEnd(line: string): string {
  let end = line.length;
  while (line[end - 1] === " ") end -= 1;
  return line.slice(0, end);
}

function readField(line: string): Entry | null {
  const match = FIELD.exec(line);
  if (!match) return null;
  const [, key = "", written] = match;
  const value = written === undefined || written === "" ? null : readScalar(written);
  return value === undefined || NULL.test(key) ? null : { key, value, items: null, indent: "" };
}

/** Adds an item to the list of the last field; false where it is none that is certain. */
function readItem(line: string, last: Entry | undefined): boolean {
  const [, indent = "", written = ""] = ITEM.exec(line) ?? [];
  const value = written === "" ? undefined : readScalar(written);
  if (value === undefined || !last || last.value !== null) return false;
  if (last.items && last.indent !== indent) return false;
  last.indent = indent;
  last.items ??= [];
  last.items.push(value);
  return true;
}

/** Undefined for what is not certain to be one scalar. */
function readScalar(written: string): string | undefined {
  const single = SINGLE.exec(written)?.[1];
  if (single !== undefined) return single.replaceAll("''", "'");
  const double = DOUBLE.exec(written)?.[1];
  if (double !== undefined) return double;
  return PLAIN.test(written) && !NULL.test(written) ? written : undefined;
}
