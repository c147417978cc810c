import type { Page } from "#pipeline/content/site/page.ts";
import type { Site } from "#pipeline/content/site/site.ts";

/** Goes through the pages of a site, beside the stories that come of them: in the same order, and some pages have none. */
export class PageWalk {
  #met = 0;

  /** The page at a path, which must not be behind; those on the way there are passed. */
  to(path: string, { survey }: Site, passed: (page: Page) => void): Page {
    return this.#find((page) => page.path === path, path, survey, passed);
  }

  /** The same by its task, which is found sooner than its path. */
  toTask(task: number, { survey }: Site, passed: (page: Page) => void): Page {
    return this.#find((page) => page.task === task, `Task ${task}`, survey, passed);
  }

  #find(
    isIt: (page: Page) => boolean,
    name: string,
    survey: Site["survey"],
    passed: (page: Page) => void,
  ): Page {
    for (;;) {
      const page = this.#next(survey);
      if (!page) throw new Error(`${name} is no page of the site.`);
      if (isIt(page)) return page;
      passed(page);
    }
  }

  /** Passes all that are left. */
  end({ survey }: Site, passed: (page: Page) => void): void {
    for (let page = this.#next(survey); page; page = this.#next(survey)) passed(page);
  }

  #next({ pages }: Site["survey"]): Page | null {
    if (this.#met === pages.length) return null;
    this.#met += 1;
    return pages.at(this.#met - 1);
  }
}
