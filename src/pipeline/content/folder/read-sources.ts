import type { Tell } from "#pipeline/content/source/fields.ts";
import { readSource, type Source } from "#pipeline/content/source/read-source.ts";
import { readAhead } from "./read-ahead.ts";
import { readText } from "./read-text.ts";

/** A content file that was read, or why it could not be. */
export type ReadFile = {
  readonly path: string;
  readonly source: Source | { readonly reason: string };
};

/** How many files are read ahead of the one that is worked on. */
const READ_AHEAD = 24;

/** Reads content files one after another, in the order given; `tellOf` gives who hears a file's problems. */
export async function* readSources(
  root: string,
  paths: readonly string[],
  tellOf: (path: string) => Tell,
): AsyncGenerator<ReadFile> {
  const read = async (path: string) => ({ path, read: await readText(`${root}/${path}`) });
  for await (const file of readAhead(paths, READ_AHEAD, read)) {
    yield { path: file.path, source: readSource(file.read, tellOf(file.path)) };
  }
}
