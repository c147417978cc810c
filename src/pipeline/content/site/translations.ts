import type { Page } from "./page.ts";
import type { Pages } from "./pages.ts";

/** Which pages are one article in several languages. */
export class Translations {
  readonly #groups = new Map<string, Page[]>();
  readonly #own: string;
  /** Whether there are several languages, and so translations. */
  readonly isMany: boolean;

  /** `own` is the edition's language. Of two pages in one language and with one key only the first is of the group. */
  constructor(pages: Pages, own: string) {
    this.#own = own;
    this.isMany = pages.languages().size > 1;
    if (!this.isMany) return;
    for (const page of pages) {
      const group = this.#groups.get(page.translationKey);
      if (!group) this.#groups.set(page.translationKey, [page]);
      else if (!group.some((other) => other.language === page.language)) group.push(page);
    }
    for (const [key, group] of this.#groups) if (group.length < 2) this.#groups.delete(key);
  }

  /** The other languages of a page, that can be read today, by language. */
  othersOf(page: Page): Page[] {
    const others = this.#groupOf(page).filter((other) => other.task !== page.task && other.isDue);
    return others.sort((a, b) => (a.language < b.language ? -1 : 1));
  }

  /** The page that tells the same in a language; the page itself where there is none. */
  inLanguage(page: Page, language: string): Page {
    return this.#groupOf(page).find((other) => other.language === language) ?? page;
  }

  /**
   * Says whether a page stands for its article in lists: the one in the edition's language does, else the first by
   * language; one that is not due yet only where no other can be read today.
   */
  isListed(page: Page): boolean {
    if (!page.mayBeListed || !this.isMany) return page.mayBeListed;
    const group = this.#groupOf(page).filter((other) => other.mayBeListed);
    return !group.some((other) => other.task !== page.task && this.#rank(other) < this.#rank(page));
  }

  #groupOf(page: Page): readonly Page[] {
    const group = this.isMany ? this.#groups.get(page.translationKey) : undefined;
    return group?.some(({ task }) => task === page.task) ? group : [page];
  }

  #rank(page: Page): string {
    return `${page.isDue ? 0 : 1}${page.language === this.#own ? "" : page.language}`;
  }
}
