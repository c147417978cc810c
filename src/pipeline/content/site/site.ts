import type { Folder } from "#pipeline/content/folder/walk-folder.ts";
import type { Ground } from "#pipeline/content/ground.ts";
import { Resources } from "#pipeline/content/media/resources.ts";
import type { EditionOptions } from "#pipeline/options.ts";
import type { Report } from "#pipeline/report.ts";
import type { PictureHouse } from "#pipeline/story.ts";
import { LinkTargets } from "./link-targets.ts";
import type { Page } from "./page.ts";
import type { Heard } from "./questions.ts";
import { Related } from "./related.ts";
import type { Survey } from "./survey.ts";
import { Translations } from "./translations.ts";

/** More stories than this with a weight are an order within sections, as manuals have it, and no pins. */
const MOST_PINNED = 8;

/** Everything that an article must know of the others. */
export type Site = {
  readonly folder: Folder;
  readonly survey: Survey;
  readonly ground: Ground;
  readonly options: EditionOptions;
  readonly report: Report;
  readonly translations: Translations;
  readonly related: Related;
  readonly targets: LinkTargets;
  readonly resources: Resources;
  /** Null where pictures stay what they are. */
  readonly pictures: PictureHouse | null;
  readonly hasPins: boolean;
  /** Old addresses, and the page that each leads to. */
  readonly aliasOwners: ReadonlyMap<string, Page>;
  /** What each page's article has asked, by the question. */
  readonly heard: Map<Page, Map<string, Heard>>;
};

/** Puts together what an article must know of the others. */
export function makeSite(
  folder: Folder,
  survey: Survey,
  ground: Ground,
  report: Report,
  pictures: PictureHouse | null,
): Site {
  const { pages } = survey;
  const translations = new Translations(pages, ground.language);
  const targets = new LinkTargets(pages);
  tellShared(pages, targets, report);
  const listed = pages.filter((page) => translations.isListed(page));
  const pinned = listed.filter((page) => page.weight > 0);
  return {
    folder,
    survey,
    ground,
    options: ground.options,
    report,
    translations,
    related: new Related(listed.filter((page) => page.isDue)),
    targets,
    resources: new Resources(folder),
    pictures,
    hasPins: pinned.length <= MOST_PINNED,
    aliasOwners: ownAliases(pages, report),
    heard: new Map(),
  };
}

function tellShared(pages: readonly Page[], targets: LinkTargets, report: Report): void {
  for (const page of pages) {
    const owner = targets.ownerOf(page.address);
    if (!owner || owner === page) continue;
    const what = `“${owner.path}” has the same address, ${page.address}; both are published`;
    report.problem(
      page.path,
      1,
      `${what}, and links lead to that one. Change its name, slug or url.`,
    );
  }
}

function ownAliases(pages: readonly Page[], report: Report): Map<string, Page> {
  const owners = new Map<string, Page>();
  for (const page of pages) {
    for (const alias of page.aliases) {
      const owner = owners.get(alias);
      if (!owner) owners.set(alias, page);
      else if (owner !== page && owner.address !== page.address) {
        const what = `The alias ${alias} already leads to “${owner.path}”.`;
        report.problem(page.path, 1, `${what} Remove it from one of the two.`);
      }
    }
  }
  return owners;
}
