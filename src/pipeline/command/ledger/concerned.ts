import type { Page } from "#pipeline/content/site/page.ts";
import type { Standpoint } from "#pipeline/content/site/related.ts";
import type { Site } from "#pipeline/content/site/site.ts";
import type { FormerStories } from "./former-notes.ts";
import type { KnownFile } from "./known-file.ts";
import { isRelatable } from "./notes.ts";
import type { Origins } from "./origins.ts";

/**
 * Tells which pages' articles may say something else of others than before: of translations and of related stories.
 *
 * `former` has what changed files said.
 */
export function concernedBy(
  site: Site,
  origins: Origins,
  stories: FormerStories,
  former: readonly KnownFile[],
): (page: Page) => boolean {
  const { translations } = site;
  const before: Standpoint[] = [];
  const after: Standpoint[] = [];
  const keys = new Set<string>();
  for (const file of former.filter(({ facts }) => facts !== null)) {
    keys.add(file.translationKey);
    if (stories.at(file.shard, file.row).isRelatable) before.push(standpointOf(file, site));
  }
  for (const { page, wasSo, isNow } of turned(site, origins, stories)) {
    keys.add(page.translationKey);
    if (isNow) after.push(page);
    if (wasSo) before.push(page);
  }
  const isNear =
    before.length + after.length > 0 ? site.related.concerned(before, after) : () => false;
  return (page) => (translations.isMany && keys.has(page.translationKey)) || isNear(page);
}

type Turned = { readonly page: Page; readonly wasSo: boolean; readonly isNow: boolean };

/** Pages that are others than before, and those that are related to others now and were not, or were and are not. */
function* turned(site: Site, origins: Origins, stories: FormerStories): Generator<Turned> {
  const { survey, translations } = site;
  for (const page of survey.pages) {
    const { task } = page;
    const isSame = origins.isSame(task);
    // Only a translation that came or went takes a page that is the same out of what is related, or into it.
    if (isSame && !translations.isMany) continue;
    const isNow = isRelatable(site, page);
    const wasSo = isSame && stories.at(origins.shardOf(task), origins.rowOf(task)).isRelatable;
    if (!isSame || wasSo !== isNow) yield { page, wasSo, isNow };
  }
}

function standpointOf(file: KnownFile, { survey }: Site): Standpoint {
  const { date, id } = file;
  return { date, id, terms: file.termNumbers(survey.terms) };
}
