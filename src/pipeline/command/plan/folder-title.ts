import { join } from "node:path";
import { readText } from "#pipeline/content/folder/read-text.ts";
import { readSource } from "#pipeline/content/source/read-source.ts";

const LONGEST_TITLE = 300;

/**
 * Reads the title that a content folder gives itself: that of its own page, `_index`, at the root or in the folder of
 * the edition's language; null where it has none.
 */
export async function folderTitle(content: string, language: string): Promise<string | null> {
  for (const folder of [".", language, language.replace(/-.*/, "")]) {
    for (const name of ["_index.md", "_index.html"]) {
      // Whoever reads the whole folder tells what is wrong with the file.
      const source = readSource(await readText(join(content, folder, name)), () => {});
      const title = "fields" in source ? source.fields.text("title", LONGEST_TITLE) : undefined;
      if (title !== undefined) return title;
    }
  }
  return null;
}
