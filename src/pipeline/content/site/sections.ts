import { termKey } from "#model/term.ts";
import { humanName } from "#pipeline/content/fields/read-title.ts";
import { nameOf } from "#pipeline/content/folder/file-kind.ts";
import type { Layout } from "./layout.ts";

/** The sections of an edition: the first folders below the content folder, or below a language's. */
export class Sections {
  readonly #titles = new Map<string, { title: string; rank: string }>();
  readonly #used = new Map<string, string>();

  /** Takes in the title of a section's own page; of several languages the edition's own counts, else the first. */
  add(layout: Layout, title: string | undefined): void {
    const folder = layout.stem.split("/");
    if (folder.length !== 2 || title === undefined) return;
    const key = termKey(folder[0] ?? "");
    const rank = layout.prefix;
    const known = this.#titles.get(key);
    if (!known || rank < known.rank) this.#titles.set(key, { title, rank });
  }

  /** Counts a section in, since there is an article in it. */
  use(layout: Layout): void {
    if (layout.section === undefined || this.#used.has(layout.section)) return;
    const folder = layout.name.split("/", 1)[0] ?? layout.section;
    this.#used.set(layout.section, humanName(nameOf(folder)));
  }

  /** Says whether there is an article in a section. */
  has(key: string): boolean {
    return this.#used.has(key);
  }

  /** Key and title of every section with an article in it, by key. */
  titles(): Map<string, string> {
    const keys = [...this.#used.keys()].sort();
    return new Map(
      keys.map((key) => [key, this.#titles.get(key)?.title ?? this.#used.get(key) ?? key]),
    );
  }
}
