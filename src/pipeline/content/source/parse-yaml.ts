import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  type Scalar,
  type YAMLMap,
} from "yaml";
import { FrontMatterError } from "./front-matter-error.ts";
import { mapOf, type Value } from "./value.ts";

/** Deeper values are no front matter that anything reads. */
const DEEPEST = 12;

/**
 * Parses YAML, keeping every scalar as it is written.
 *
 * Aliases are refused: a few lines of them can stand for gigabytes.
 *
 * @throws FrontMatterError with the line within the text, from 1.
 */
export function parseYaml(text: string, hearTwin: (key: string) => void): Value {
  const lines = new LineCounter();
  const document = parseDocument(text, {
    schema: "core",
    uniqueKeys: true,
    lineCounter: lines,
    prettyErrors: false,
    logLevel: "silent",
  });
  const fault = document.errors[0];
  if (fault) throw new FrontMatterError(lines.linePos(fault.pos[0]).line, fault.message);
  return new YamlReader(lines, hearTwin).read(document.contents, 0);
}

class YamlReader {
  readonly #lines: LineCounter;
  readonly #hearTwin: (key: string) => void;

  constructor(lines: LineCounter, hearTwin: (key: string) => void) {
    this.#lines = lines;
    this.#hearTwin = hearTwin;
  }

  read(node: unknown, depth: number): Value {
    if (depth > DEEPEST) return null;
    if (isScalar(node)) return textOf(node);
    if (isSeq(node)) return node.items.map((item) => this.read(item, depth + 1));
    if (isMap(node)) return mapOf(this.#entries(node, depth), this.#hearTwin);
    if (!isAlias(node)) return null;
    const { line } = this.#lines.linePos(node.range?.[0] ?? 0);
    throw new FrontMatterError(line, "aliases (*name) are not read");
  }

  *#entries(map: YAMLMap, depth: number): Generator<readonly [string, Value]> {
    for (const { key, value } of map.items) {
      const name = this.read(key, depth + 1);
      if (typeof name === "string") yield [name, this.read(value, depth + 1)];
    }
  }
}

/** A scalar as it is written; null only for YAML's own null. */
function textOf(scalar: Scalar): Value {
  if (scalar.value === null) return null;
  return typeof scalar.value === "string" ? scalar.value : (scalar.source ?? String(scalar.value));
}
