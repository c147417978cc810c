import { rmSync } from "node:fs";
import { join } from "node:path";
import { TextFile } from "#pipeline/columns/text-file.ts";
import type { Recorder } from "#pipeline/command/ledger/recorder.ts";
import type { Plan } from "#pipeline/command/plan/plan.ts";
import { draftHere, openContent } from "#pipeline/content/open-content.ts";
import type { Site } from "#pipeline/content/site/site.ts";
import type { DraftAll } from "#pipeline/content/site/survey.ts";
import { checkOut, makeStagingFolder } from "#pipeline/edition/edition-folder.ts";
import type { Manuscript } from "#pipeline/edition/write-edition.ts";
import type { Report } from "#pipeline/report.ts";
import type { PictureHouse } from "#pipeline/story.ts";
import { Crew, handsFor } from "./crew.ts";
import type { PressPlan } from "./hand.ts";

/** A content folder that was read, by threads where there is much to read. */
export type ReadContent = {
  readonly site: Site;
  /** Key and title of every section. */
  readonly sections: ReadonlyMap<string, string>;
  /** Its stories, to be written; the documents are those that threads make, null for none. */
  readonly withDocuments: (documents: PressPlan["documents"]) => Manuscript;
};

/** What is to be read, and whatever makes its pictures the edition's own, if anything does. */
type Work = Pick<Plan, "options" | "out" | "threads"> & {
  readonly pictures?: PictureHouse | null;
};

/**
 * Reads a plan's content folder, with as many threads as it is worth, and does some work on it; the threads go with the
 * end of that.
 *
 * @param record gives what notes the drafts, once there is something to read; null for nothing.
 * @throws ContentFolderError, EditionError, LostThreadError
 */
export async function withManuscript<T>(
  { options, out, threads, pictures = null }: Work,
  report: Report,
  work: (content: ReadContent) => Promise<T>,
  record: () => Pick<Recorder, "draftAll"> | null = () => null,
): Promise<T> {
  const hired: { crew: Crew | null; folder: string | null } = { crew: null, folder: null };
  const folder = () => {
    if (hired.folder === null) checkOut(out, options.content);
    hired.folder ??= makeStagingFolder(out, "waiting");
    return hired.folder;
  };
  const paths = new TextFile(() => join(folder(), "paths"));
  try {
    const draftAll: DraftAll = (tasks, plan) => {
      const hands = threads ?? handsFor(tasks.count);
      if (hands === 0) return draftHere(tasks, plan);
      hired.crew = new Crew(hands, folder());
      return hired.crew.draftAll(tasks, plan);
    };
    const content = await openContent(
      options,
      report,
      (tasks, plan) => record()?.draftAll(tasks, plan, draftAll) ?? draftAll(tasks, plan),
      pictures,
      { paths },
    );
    const { crew } = hired;
    const { site, sections, count } = content;
    return await work({
      site,
      sections,
      withDocuments: (documents) => {
        if (crew === null) return content;
        return { sections, count, stories: (place) => crew.stories(content, place, documents) };
      },
    });
  } finally {
    await hired.crew?.dismiss();
    paths.close();
    if (hired.folder !== null) rmSync(hired.folder, { recursive: true, force: true });
  }
}
