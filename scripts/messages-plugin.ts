import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import compile from "icu-minify/compile";
import type { Plugin } from "vite";

const ENDING = ".messages.json";
const CATALOG = "virtual:messages/";

type MessageFile = Readonly<Record<string, Readonly<Record<string, string>>>>;

/**
 * Compiles the messages that stand beside the components that say them (`….messages.json`: by language, then by key, in
 * ICU's message format). A component gets English with its code; `virtual:messages/<language>` holds all of another one.
 *
 * @param src the folder of the sources
 */
export function messages(src: string): Plugin {
  return {
    name: "offprint-messages",
    enforce: "pre",
    resolveId: (id) => (id.startsWith(CATALOG) ? `\0${id}` : null),
    load(id) {
      if (id.startsWith(`\0${CATALOG}`)) {
        const catalog = catalogOf(src, id.slice(`\0${CATALOG}`.length));
        return `export const catalog = ${JSON.stringify(catalog)};`;
      }
      if (!id.endsWith(ENDING)) return null;
      const messages = { id: idOf(src, id), en: compiled(read(id).en) };
      // JSON is read by this plugin alone; the type says so to those behind it.
      return { code: `export default ${JSON.stringify(messages)};`, moduleType: "js" };
    },
  };
}

/** All messages of one language, compiled: by file, then by key. */
function catalogOf(src: string, language: string) {
  const files = readdirSync(src, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(ENDING))
    .sort();
  return Object.fromEntries(
    files.map((path) => {
      const file = join(src, path);
      return [idOf(src, file), compiled(read(file)[language])];
    }),
  );
}

function read(file: string): MessageFile {
  return JSON.parse(readFileSync(file, "utf8"));
}

function compiled(texts: Readonly<Record<string, string>> = {}) {
  return Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, compile(text)]));
}

/** Names a file the same on every machine: `ui/story/story-row`. */
function idOf(src: string, file: string): string {
  return relative(src, file).slice(0, -ENDING.length).split(sep).join("/");
}
