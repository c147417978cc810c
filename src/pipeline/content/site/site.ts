import { NumberColumn } from "#pipeline/columns/number-column.ts";
import type { Folder } from "#pipeline/content/folder/walk-folder.ts";
import type { Ground } from "#pipeline/content/ground.ts";
import { Resources } from "#pipeline/content/media/resources.ts";
import type { EditionOptions } from "#pipeline/options.ts";
import type { Report } from "#pipeline/report.ts";
import type { PictureHouse } from "#pipeline/story.ts";
import { LinkTargets } from "./link-targets.ts";
import type { Page } from "./page.ts";
import type { Pages } from "./pages.ts";
import type { Heard } from "./questions.ts";
import { Related } from "./related.ts";
import type { Survey } from "./survey.ts";
import { Translations } from "./translations.ts";

/** More stories than this with a weight are an order within sections, as manuals have it, and no pins. */
const MOST_PINNED = 8;

/** Everything that an article must know of the others. */
export type Site = {
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
  /** Old addresses, and the task of the page that each leads to. */
  readonly aliasOwners: ReadonlyMap<string, number>;
  /** Lets go of what only articles need, its pages among it, once all are made: the lists take as much memory. */
  readonly letGo: () => void;
  /** What each page's article has asked, by its path and the question. */
  readonly heard: Map<string, Map<string, Heard>>;
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
  let targets: LinkTargets | null = new LinkTargets(pages);
  tellShared(pages, targets, report);
  let related: Related | null = null;
  return {
    survey,
    ground,
    options: ground.options,
    report,
    translations,
    // Where nothing has changed, nobody asks.
    get related() {
      related ??= new Related(pages, relatableOf(pages, translations));
      return related;
    },
    get targets() {
      targets ??= new LinkTargets(pages);
      return targets;
    },
    letGo: () => {
      related = null;
      targets = null;
      pages.letGo();
    },
    resources: new Resources(folder.root, folder.others),
    pictures,
    hasPins: countPinned(pages, translations) <= MOST_PINNED,
    aliasOwners: ownAliases(pages, report),
    heard: new Map(),
  };
}

/** The numbers of the pages that can be related to others. */
function relatableOf(pages: Pages, translations: Translations): Uint32Array {
  const relatable = new NumberColumn();
  for (let number = 0; number < pages.length; number++) {
    if (pages.isDueAt(number) && translations.isListed(pages.at(number))) relatable.push(number);
  }
  return relatable.values();
}

function countPinned(pages: Pages, translations: Translations): number {
  let pinned = 0;
  for (const page of pages.withWeights()) if (translations.isListed(page)) pinned += 1;
  return pinned;
}

function tellShared(pages: Pages, targets: LinkTargets, report: Report): void {
  for (const number of targets.shared) {
    const page = pages.at(number);
    const owner = targets.ownerOf(page.address);
    if (!owner) continue;
    const what = `“${owner.path}” has the same address, ${page.address}; both are published`;
    report.problem(
      page.path,
      1,
      `${what}, and links lead to that one. Change its name, slug or url.`,
    );
  }
}

function ownAliases(pages: Pages, report: Report): Map<string, number> {
  const owners = new Map<string, Page>();
  for (const page of pages.withAliases()) {
    for (const alias of page.aliases) {
      const owner = owners.get(alias);
      if (!owner) owners.set(alias, page);
      else if (owner.task !== page.task && owner.address !== page.address) {
        const what = `The alias ${alias} already leads to “${owner.path}”.`;
        report.problem(page.path, 1, `${what} Remove it from one of the two.`);
      }
    }
  }
  return new Map([...owners].map(([alias, { task }]) => [alias, task]));
}
