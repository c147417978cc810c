import { cutAtWord, htmlText, oneLine, plainText } from "./plain-text.ts";
import { isList, isMap, type Value, type ValueMap } from "./value.ts";

/** Hears what is wrong with a file: the line, from 1, and "What is wrong. What to do." */
export type Tell = (line: number, message: string) => void;

const YES = /^(?:true|yes|on)$/i;
const NO = /^(?:false|no|off)$/i;

/** The fields of one file's front matter, by lower-case key. */
export class Fields {
  readonly #values: ValueMap;
  readonly #params: ValueMap;
  readonly #text: string;
  readonly #firstLine: number;
  readonly #tell: Tell;

  /** `text` is the front matter as written and `firstLine` its first line, to find the line of a key. */
  constructor(values: ValueMap, text: string, firstLine: number, tell: Tell) {
    const params = values.get("params");
    this.#values = values;
    this.#params = isMap(params) ? params : new Map();
    this.#text = text;
    this.#firstLine = firstLine;
    this.#tell = tell;
  }

  /** The same fields, and those of `defaults` that are not set here. */
  withDefaults(defaults: ValueMap): Fields {
    if (defaults.size === 0) return this;
    const values = new Map([...defaults, ...this.#values]);
    const theirs = defaults.get("params");
    if (isMap(theirs)) values.set("params", new Map([...theirs, ...this.#params]));
    return new Fields(values, this.#text, this.#firstLine, this.#tell);
  }

  /** The same fields, whose problems somebody else hears. */
  toldTo(tell: Tell): Fields {
    return new Fields(this.#values, this.#text, this.#firstLine, tell);
  }

  get(key: string): Value | undefined {
    return this.#values.get(key);
  }

  /** Reads a key at the top, else under `params`. */
  anywhere(key: string): Value | undefined {
    return this.#values.get(key) ?? this.#params.get(key);
  }

  /** The text of a field, plain and in one line; undefined where it is missing or empty. */
  text(key: string, longest: number, value = this.get(key)): string | undefined {
    return plainText(this.#scalar(key, value), longest) || undefined;
  }

  /** The text of a field that may be HTML, plain and in one line; undefined where it is missing or empty. */
  html(key: string, longest: number, value = this.get(key)): string | undefined {
    return htmlText(this.#scalar(key, value), longest) || undefined;
  }

  #scalar(key: string, value: Value | undefined): string {
    const scalar = isList(value) && value.length === 1 ? value[0] : value;
    if (scalar === undefined || scalar === null) return "";
    if (typeof scalar === "string") return scalar;
    this.tell(
      key,
      `“${key}” should be a text, and is ${isList(value) ? "a list" : "a map"}. Write one line.`,
    );
    return "";
  }

  /** The text of a field as written, such as an address or a date. */
  word(key: string, value = this.get(key)): string | undefined {
    return typeof value === "string" ? value.trim() || undefined : undefined;
  }

  /** A yes or no; a text that is neither is told. */
  flag(key: string): boolean | undefined {
    const word = this.word(key);
    if (word === undefined) return undefined;
    if (YES.test(word)) return true;
    if (NO.test(word)) return false;
    if (key !== "published")
      this.tell(key, `“${key}” should be true or false, not “${clip(word)}”. Write one of them.`);
    return undefined;
  }

  /** Tells a problem at the line of a key. */
  tell(key: string, message: string): void {
    this.#tell(this.lineOf(key), message);
  }

  /** The line on which a key stands; the front matter's first line where it comes from elsewhere. */
  lineOf(key: string): number {
    const escaped = key.replace(/[^\w]/g, "\\$&");
    const match = new RegExp(`^[ \\t]*["']?${escaped}["']?\\s*[:=]|"${escaped}"\\s*:`, "im").exec(
      this.#text,
    );
    if (!match) return this.#firstLine;
    return this.#firstLine + this.#text.slice(0, match.index).split("\n").length - 1;
  }
}

/** The scalars of a list, or of a single value; nulls and empty texts are passed over. */
export function wordsOf(value: Value | undefined): string[] {
  if (value === undefined || value === null) return [];
  if (typeof value === "string") return value.trim() === "" ? [] : [value];
  if (isMap(value)) return [];
  return value.filter((item) => typeof item === "string").filter((item) => item.trim() !== "");
}

/** A text cut to fit into a message. */
export function clip(text: string): string {
  return cutAtWord(oneLine(text), 60);
}
