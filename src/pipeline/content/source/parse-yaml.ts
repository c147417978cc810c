import { LineCounter, parseDocument, type YAMLParseError } from "yaml";
import { FrontMatterError } from "./front-matter-error.ts";
import type { HearTwin, Value } from "./value.ts";
import { yamlFault } from "./yaml-fault.ts";
import { YamlReader } from "./yaml-reader.ts";

/** As many texts in one front matter may be unindented. */
const MOST_MENDED = 5;

/**
 * Parses YAML, keeping every scalar as it is written. Of a key that stands twice the later one holds, as in Hugo.
 *
 * @throws FrontMatterError with the line within the text, from 1.
 */
export function parseYaml(text: string, hearTwin: HearTwin): Value {
  let mended = text;
  for (let turn = 0; ; turn += 1) {
    const lines = new LineCounter();
    const document = parseDocument(mended, {
      schema: "core",
      uniqueKeys: false,
      lineCounter: lines,
      prettyErrors: false,
      logLevel: "silent",
    });
    const fault = document.errors[0];
    if (!fault) return new YamlReader(lines, hearTwin).read(document.contents);
    const next = turn < MOST_MENDED ? indentQuoted(mended, fault) : null;
    if (next === null) {
      const { at, message, ...rest } = yamlFault(fault, document, mended);
      throw new FrontMatterError(lines.linePos(at).line, message, { ...rest, cause: fault });
    }
    mended = next;
  }
}

/**
 * Indents a quoted text that runs on at the margin, which YAML 1.2 forbids and Hugo's parser reads. Null where that is
 * not the fault.
 */
function indentQuoted(text: string, { code, pos }: YAMLParseError): string | null {
  if (code !== "MISSING_CHAR") return null;
  const opening = [...text.slice(0, pos[0] + 1).matchAll(OPENING)].at(-1);
  if (!opening) return null;
  QUOTED.lastIndex = opening.index + opening[0].length - 1;
  const quoted = QUOTED.exec(text)?.[0] ?? "";
  const indented = quoted.replace(/\n(?=\S)/g, "\n ");
  if (indented === quoted) return null;
  return text.slice(0, QUOTED.lastIndex - quoted.length) + indented + text.slice(QUOTED.lastIndex);
}

const OPENING = /^[^\n"':#]*:[^\S\n]*["']/gm;
const QUOTED = /"(?:\\[\s\S]|[^"\\])*"|'(?:''|[^'])*'/y;
