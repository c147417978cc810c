import {
  type Alias,
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  type LineCounter,
  type Node,
  type Scalar,
  type YAMLMap,
} from "yaml";
import { FrontMatterError } from "./front-matter-error.ts";
import { type HearTwin, mapOf, type Value } from "./value.ts";

/** Deeper values are no front matter that anything reads. */
const DEEPEST = 12;

/** A few lines of aliases can stand for gigabytes. */
const MOST_ALIASES = 100;
const LARGEST = 512 * 1024;

/** A value that an alias may name; its size is that of all that it stands for, in characters and values. */
type Anchored = { readonly value: Value; readonly size: number };

/** Makes values of YAML's nodes, in the order of the document. */
export class YamlReader {
  readonly #lines: LineCounter;
  readonly #hearTwin: HearTwin;
  readonly #anchored = new Map<string, Anchored>();
  #aliases = 0;
  #size = 0;

  constructor(lines: LineCounter, hearTwin: HearTwin) {
    this.#lines = lines;
    this.#hearTwin = hearTwin;
  }

  /** @throws FrontMatterError for aliases that name nothing, or would make too much. */
  read(node: unknown, depth = 0): Value {
    if (!isNode(node) || depth > DEEPEST) return null;
    const before = this.#size;
    this.#size += 1;
    const value = this.#valueOf(node, depth);
    if ("anchor" in node && typeof node.anchor === "string") {
      this.#anchored.set(node.anchor, { value, size: this.#size - before });
    }
    return value;
  }

  #valueOf(node: Node, depth: number): Value {
    if (isAlias(node)) return this.#follow(node);
    if (isSeq(node)) return node.items.map((item) => this.read(item, depth + 1));
    if (isMap(node)) return mapOf(this.#entries(node, depth), this.#hearTwin);
    if (!isScalar(node)) return null;
    const text = textOf(node);
    this.#size += text?.length ?? 0;
    return text;
  }

  #follow({ source, range }: Alias): Value {
    const { line } = this.#lines.linePos(range?.[0] ?? 0);
    const found = this.#anchored.get(source);
    if (!found) {
      const message = `the alias “*${source}” names nothing above it; a text that begins with “*” needs quotes`;
      throw new FrontMatterError(line, message);
    }
    this.#aliases += 1;
    this.#size += found.size;
    if (this.#aliases > MOST_ALIASES || this.#size > LARGEST)
      throw new FrontMatterError(line, "its aliases (*name) are too many, or make too much of it");
    return found.value;
  }

  *#entries(map: YAMLMap, depth: number): Generator<readonly [string, Value]> {
    for (const { key, value } of map.items) {
      const name = this.read(key, depth + 1);
      if (typeof name === "string") yield [name, this.read(value, depth + 1)];
    }
  }
}

/** A scalar as it is written; null only for YAML's own null. */
function textOf(scalar: Scalar): string | null {
  if (scalar.value === null) return null;
  return typeof scalar.value === "string" ? scalar.value : (scalar.source ?? String(scalar.value));
}
