import { parse as parseToml, TomlError } from "smol-toml";
import { FrontMatterError } from "./front-matter-error.ts";
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
      return parseYaml(text, hearTwin);
    case "toml":
      return guarded(text, () => toValue(parseToml(text, { integersAsBigInt: true }), hearTwin));
    case "json":
      return guarded(text, () => toValue(JSON.parse(text), hearTwin));
  }
}

function guarded(text: string, read: () => Value): Value {
  try {
    return read();
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause);
    throw new FrontMatterError(faultLine(text, cause, message), firstLine(message), { cause });
  }
}

function faultLine(text: string, cause: unknown, message: string): number {
  if (cause instanceof TomlError) return cause.line;
  const position = /at position (\d+)/.exec(message)?.[1];
  if (position) return lineAt(text, Number(position));
  return /end of JSON/.test(message) ? lineAt(text, text.length) : 1;
}

/** TOML's messages draw the place on further lines. */
function firstLine(message: string): string {
  return message.split("\n", 1)[0] ?? message;
}
