import type { Kin } from "#pipeline/content/make-story.ts";
import type { Story } from "#pipeline/story.ts";
import type { Page } from "./page.ts";
import type { Site } from "./site.ts";

/** What a page's article says of others; it depends on the dates, terms, titles and languages of all. */
export function kinOf({ translations, related }: Site, page: Page): Kin {
  const others = translations.othersOf(page);
  return {
    translations: others.map(({ id, title, language }) => ({ id, title, language })),
    related: related.of(page, others).map(({ id, title, date }) => ({ id, title, date })),
  };
}

/** How a page's article stands among the others. */
export function standingOf(
  { translations, hasPins, aliasOwners }: Site,
  page: Page,
): Pick<Story, "isListed" | "pin" | "aliases"> {
  const isListed = translations.isListed(page);
  return {
    isListed,
    pin: isListed && hasPins && page.weight > 0 ? page.weight : null,
    aliases:
      page.aliases.length === 0
        ? page.aliases
        : page.aliases.filter((alias) => aliasOwners.get(alias) === page.task),
  };
}
