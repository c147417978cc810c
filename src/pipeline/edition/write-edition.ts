import { existsSync, mkdirSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import type { EditionOptions } from "#pipeline/options.ts";
import { plural, type Report } from "#pipeline/report.ts";
import type { Content } from "#pipeline/story.ts";
import { writeAliases } from "./alias-files.ts";
import { copyApp, putExtraFiles } from "./app-files.ts";
import { addCompressedCopies } from "./compressed-copies.ts";
import type { DocumentMaker } from "./document-maker.ts";
import { EditionError } from "./edition-error.ts";
import { checkOut, makeStagingFolder } from "./edition-folder.ts";
import { writeFeed } from "./feed-file.ts";
import type { EditionCounts, EditionNotes, Former } from "./former.ts";
import { writeManifest } from "./manifest-file.ts";
import { Place, type PlacePlan } from "./place.ts";
import { Press } from "./press.ts";
import { Staging, type StagingResult } from "./staging.ts";
import { StoryIndex } from "./story-index.ts";
import {
  type HearStory,
  type KeptStory,
  type PressedStory,
  StoryWriter,
  type UnpressedStory,
} from "./story-writer.ts";
import { SummarySpill } from "./summary-spill.ts";
import { countTerms } from "./term-index.ts";

/** Where an edition goes, and what goes there beside its data. */
export type EditionTarget = {
  /** Absolute path of the edition's folder. */
  readonly out: string;
  /** Absolute path of the built app's folder; its files are copied as they are, except `index.html`. */
  readonly app: string;
  readonly documents: DocumentMaker;
  /** False: the articles have no documents of their own, and the app's answers for them. */
  readonly hasPages?: boolean;
  /** True: text files have compressed copies beside them, for servers that give those out. */
  readonly hasCopies?: boolean;
  /** Further files by their paths below the edition's base, such as a host's `_headers`; they stand for the app's of that name. */
  readonly extraFiles?: ReadonlyMap<string, string>;
  readonly onProgress?: (done: number, total: number) => void;
  /** The edition that is published, where all that it was made of is known. */
  readonly former?: Former | null;
  readonly onStory?: HearStory;
  /** Hears that all stories have come: what only they needed can go before the lists are made. */
  readonly onStories?: () => void;
  /** Hears of what the edition was made, once it is in place; `numbers` are those of its listed stories, as they came. */
  readonly onNotes?: (notes: EditionNotes, numbers: Uint32Array) => void;
};

/** What is to be published: stories as they were read, or such as were written where they were read. */
export type Manuscript = Omit<Content, "stories"> & {
  readonly stories: (place: PlacePlan) => AsyncIterable<UnpressedStory | PressedStory | KeptStory>;
};

/** What was published. */
export type EditionResult = StagingResult & EditionCounts;

/**
 * Publishes a content folder as an edition.
 *
 * A run that fails or is killed, whenever that is, leaves the edition that was there readable whole. The same input
 * gives the same bytes, and files that are the same already are not touched.
 *
 * @throws EditionError where the folder must not be written to, or no story can be published.
 */
export async function writeEdition(
  content: Manuscript,
  options: EditionOptions,
  report: Report,
  target: EditionTarget,
): Promise<EditionResult> {
  const out = resolve(target.out);
  checkOut(out, options.content);
  const folder = makeStagingFolder(out, "staging");
  const site = join(folder, "site");
  mkdirSync(site);
  const spill = new SummarySpill(join(folder, "summaries"));
  const place: PlacePlan = { out, folder: site, isFirst: !existsSync(out) };
  try {
    return await fill(content, options, report, target, place, spill);
  } finally {
    spill.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function fill(
  content: Manuscript,
  options: EditionOptions,
  report: Report,
  target: EditionTarget,
  place: PlacePlan,
  spill: SummarySpill,
): Promise<EditionResult> {
  const { documents, hasPages = true, former = null } = target;
  const staging = new Staging(place, former);
  const index = new StoryIndex(options.timeZone, content.sections, former);
  const press = new Press(new Place(place), spill, hasPages ? documents : null);
  const writer = new StoryWriter(staging, index, press, options.now, report, target.onStory);
  let articles = 0;
  for await (const story of content.stories(place)) {
    writer.write(story);
    articles += 1;
    target.onProgress?.(articles, content.count);
  }
  if (articles === 0) {
    throw new EditionError(
      "empty",
      `No story could be published from ${options.content}: ${whyNothing(report)} Nothing was written, and what was published before stays as it is.`,
    );
  }
  target.onStories?.();
  spill.flush();
  const arrangement = index.arrange();
  putExtraFiles(target.extraFiles ?? new Map(), staging);
  copyApp(target.app, staging);
  writeFeed(arrangement, options, documents.text, staging);
  const lists = writeManifest(arrangement, writer, options, documents, staging);
  const aliases = writeAliases(writer.aliases, documents, staging, report, former);
  const { tag, source, section } = countTerms(arrangement.terms);
  if (target.hasCopies) await addCompressedCopies(staging);
  const done = staging.commit();
  const stories = arrangement.count;
  const counts = { stories, articles, tags: tag, sources: source, sections: section };
  const files = done.written + done.unchanged;
  target.onNotes?.(
    {
      ...{ ...lists, aliases, ...staging.notes(), counts: { ...counts, files } },
      stories: arrangement.notes(),
    },
    arrangement.numbers,
  );
  return { ...done, ...counts };
}

function whyNothing({ leftOut, problems }: Report): string {
  if (leftOut.length === 0 && problems.length === 0) {
    return "it holds no content file. Name a folder with .md or .html files.";
  }
  return `${plural(leftOut.length, "file")} left out, ${plural(problems.length, "problem")}; the report names them.`;
}
