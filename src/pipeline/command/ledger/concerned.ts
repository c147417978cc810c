import type { Page } from "#pipeline/content/site/page.ts";
import type { Standpoint } from "#pipeline/content/site/related.ts";
import type { Site } from "#pipeline/content/site/site.ts";
import type { FormerStories, NotedFile } from "./former-notes.ts";
import { type FileNote, isRelatable } from "./notes.ts";
import type { Origin } from "./revision.ts";

/**
 * Tells which pages' articles may say something else of others than before: of translations and of related stories.
 *
 * `former` has what changed files said.
 */
export function concernedBy(
  site: Site,
  origins: readonly Origin[],
  stories: FormerStories,
  former: readonly NotedFile[],
): (page: Page) => boolean {
  const { survey, translations, related } = site;
  const before: Standpoint[] = [];
  const after: Standpoint[] = [];
  const keys = new Set<string>();
  for (const { note, shard, row } of former.filter((file) => file.note.isPublished)) {
    keys.add(note.translationKey);
    if (stories.at(shard, row).note.isRelatable) before.push(standpointOf(note, site));
  }
  for (const page of survey.pages) {
    const origin = origins[page.task];
    const isSame = origin?.isSame === true;
    const isNow = isRelatable(site, page);
    const wasSo = isSame && wasRelatable(site, origin, stories, isNow);
    if (isSame && wasSo === isNow) continue;
    keys.add(page.translationKey);
    if (isNow) after.push(page);
    if (wasSo) before.push(page);
  }
  const isNear = related.concerned(before, after);
  return (page) => (translations.isMany && keys.has(page.translationKey)) || isNear(page);
}

/** Only a translation that came or went takes a page that is the same out of what is related, or into it. */
function wasRelatable(
  { translations }: Site,
  { shard, row }: Origin,
  stories: FormerStories,
  isNow: boolean,
): boolean {
  return translations.isMany ? stories.at(shard, row).note.isRelatable : isNow;
}

function standpointOf({ date, id, tags, keywords }: FileNote, { survey }: Site): Standpoint {
  return { date, id, terms: survey.terms.of(tags, keywords) };
}
