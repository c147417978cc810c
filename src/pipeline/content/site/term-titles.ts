import { termKey } from "#model/term.ts";
import { folderOf } from "#pipeline/content/folder/file-kind.ts";
import type { Place } from "./languages.ts";

/** What the page of a term, such as `tags/sea/_index.md`, calls it. */
export type TermTitle = {
  /** The address of the term's page in Hugo, without its language: `tags/sea`. */
  readonly page: string;
  readonly title: string;
  /** Of several languages the lowest counts; the edition's own is empty. */
  readonly rank: string;
};

/** How the pages of terms call them: their titles stand wherever a story's tags are shown, as in Hugo. */
export class TermTitles {
  /** What it was made of: another thread makes its own of that. */
  readonly given: TermTitle[] = [];
  readonly #byPage = new Map<string, TermTitle>();

  constructor(given: readonly TermTitle[] = []) {
    for (const one of given) this.#take(one);
  }

  /** Takes in the title of a section's own page, which is a term's where its top folder is a key that tags stand under. */
  add({ stem, prefix }: Place, title: string | undefined, tagsFrom: readonly string[]): void {
    const folder = folderOf(stem);
    const [key = ""] = folder.split("/", 1);
    const term = folder.slice(key.length + 1);
    if (title === undefined || term === "" || !tagsFrom.includes(key.toLowerCase())) return;
    this.#take({ page: pageOf(key, term), title, rank: prefix });
  }

  /** The label of a term that stands under a key as `written`. */
  labelOf(key: string, written: string): string {
    if (this.#byPage.size === 0) return written;
    return this.#byPage.get(pageOf(key, written))?.title ?? written;
  }

  #take(one: TermTitle): void {
    const known = this.#byPage.get(one.page);
    if (known && known.rank <= one.rank) return;
    this.given.push(one);
    this.#byPage.set(one.page, one);
  }
}

function pageOf(key: string, term: string): string {
  return `${key.toLowerCase()}/${termKey(term)}`;
}
