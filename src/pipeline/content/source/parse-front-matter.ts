import { parse as parseToml, TomlError } from "smol-toml";
import { FrontMatterError } from "./front-matter-error.ts";
import { parsePlainYaml } from "./parse-plain-yaml.ts";
import { parseYaml } from "./parse-yaml.ts";
import { type FrontMatterFormat, lineAt } from "./split-source.ts";
import { type HearTwin, isMap, toValue, type Value, type ValueMap } from "./value.ts";

const LARGEST = 256 * 1024;

/**
 * Parses front matter; empty front matter is an empty map.
 *
 * @throws FrontMatterError with the line within the text, from 1.
 */
export function parseFrontMatter(
  text: string,
  format: FrontMatterFormat,
  hearTwin: HearTwin,
): ValueMap {
  if (text.length > LARGEST) {
    throw new FrontMatterError(1, `it is longer than ${LARGEST / 1024} KB`);
  }
  const value = parse(text, format, hearTwin);
  if (isMap(value)) return value;
  if (value === null) return new Map();
  throw new FrontMatterError(1, "it holds no fields (a line such as “title: …”)");
}

function parse(text: string, format: FrontMatterFormat, hearTwin: HearTwin): Value {
  switch (format) {
    case "yaml":
      return parsePlainYaml(text, hearTwin) ?? parseYaml(text, hearTwin);
    case "toml":
      return readToml(text, hearTwin);
    case "json":
      return readJson(text, hearTwin);
  }
}

function readToml(text: string, hearTwin: HearTwin): Value {
  try {
    return toValue(parseToml(text, { integersAsBigInt: true }), hearTwin);
  } catch (cause) {
    if (!(cause instanceof TomlError)) throw cause;
    // The further lines draw the place.
    const [message = ""] = cause.message.split("\n", 1);
    throw new FrontMatterError(cause.line, message, { cause });
  }
}

function readJson(text: string, hearTwin: HearTwin): Value {
  try {
    return toValue(JSON.parse(text), hearTwin);
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause);
    const [what = message] = message.split(/, (?:\.{3})?"| in JSON| at position/, 1);
    throw new FrontMatterError(lineAt(text, faultIn(text)), what, { cause });
  }
}

/** Where broken JSON breaks, which the engine doesn't say: at the end of the shortest start that nothing could mend. */
function faultIn(text: string): number {
  let [whole, broken] = [0, text.length];
  while (whole + 1 < broken) {
    const middle = (whole + broken) >>> 1;
    if (isUnfinished(text.slice(0, middle))) whole = middle;
    else broken = middle;
  }
  return broken - 1;
}

function isUnfinished(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : "";
    const position = /at position (\d+)/.exec(message)?.[1];
    return /end of JSON|Unterminated/.test(message) || Number(position) === text.length;
  }
}
