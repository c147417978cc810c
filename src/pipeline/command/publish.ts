import { rmSync } from "node:fs";
import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
import type { Looked } from "#pipeline/content/folder/look-folder.ts";
import { openContent } from "#pipeline/content/open-content.ts";
import type { DraftAll } from "#pipeline/content/site/survey.ts";
import { DamagedError } from "#pipeline/edition/damaged-error.ts";
import { checkOut, makeStagingFolder } from "#pipeline/edition/edition-folder.ts";
import { Former } from "#pipeline/edition/former.ts";
import {
  type EditionResult,
  type EditionTarget,
  type Manuscript,
  writeEdition,
} from "#pipeline/edition/write-edition.ts";
import { Report } from "#pipeline/report.ts";
import type { PictureHouse } from "#pipeline/story.ts";
import { type ReadContent, withManuscript } from "./crew/manuscript.ts";
import type { AppSource } from "./document/app-source.ts";
import { type EditionDocuments, makeDocuments } from "./document/documents.ts";
import { type Ledger, LedgerWriter, openLedger } from "./ledger/ledger-file.ts";
import { Recorder } from "./ledger/recorder.ts";
import { RevisedLedger } from "./ledger/revised-ledger.ts";
import { NotRevisableError, Revision } from "./ledger/revision.ts";
import type { Plan } from "./plan/plan.ts";

/** In percent of what is in use: Node lets several times as much pile up before it looks for what can be let go. */
const MOST_LEFT_BEHIND = 25;

/** An edition to be made. */
export type Order = {
  readonly plan: Plan;
  /** The built app's folder, and what documents are made of. */
  readonly app: string;
  readonly source: AppSource;
  readonly hasPages: boolean;
  /** Makes pictures the edition's own; null where they stay what they are. */
  readonly pictures: PictureHouse | null;
  /** Of all that the edition depends on beside its content and the time; null where the next run is to know nothing of it. */
  readonly key: string | null;
  readonly extraFiles: (documents: EditionDocuments) => ReadonlyMap<string, string>;
  /** The content folder, where somebody looks at it already. */
  readonly looked?: Promise<Looked | null> | null;
  readonly onProgress: (done: number, total: number) => void;
};

/** What was made, and what is to be said of it. */
type Published = { readonly result: EditionResult; readonly report: Report };

/**
 * Makes an edition: out of the one that stands there where its ledger holds, else out of all files.
 *
 * @param report is filled where the edition is made out of all files, and where it fails.
 * @throws ContentFolderError, EditionError, LostThreadError
 */
export async function publish(order: Order, report: Report): Promise<Published> {
  const { plan, key } = order;
  const ledger = key === null ? null : openLedger(plan.out, key, plan.options.now);
  const again = new Report(report.isNaming);
  const revised = ledger && (await revise(order, ledger, again));
  return revised ?? { report, result: await publishAnew(order, report) };
}

async function publishAnew(order: Order, report: Report): Promise<EditionResult> {
  setFlagsFromString(`--heap-growing-percent=${MOST_LEFT_BEHIND}`);
  const { plan, key } = order;
  const { out, options } = plan;
  const notes: { folder: string | null; recorder: Recorder | null } = {
    folder: null,
    recorder: null,
  };
  const record = () => {
    if (key === null) return null;
    checkOut(out, options.content);
    notes.folder = makeStagingFolder(out, "ledger");
    const writer = new LedgerWriter(join(notes.folder, "ledger"));
    notes.recorder = new Recorder(writer, key, options.now);
    return notes.recorder;
  };
  try {
    const work = ({ site, sections, withDocuments }: ReadContent) => {
      const imprint = { ...options, sections };
      const content = withDocuments(order.hasPages ? { app: order.app, imprint } : null);
      return write(order, content, report, {
        onStory: (story, isListed) => {
          if ("pressed" in story) notes.recorder?.story(site, story, isListed);
          // Nobody asks again, and there may be a million.
          site.heard.delete(story.path);
        },
        onStories: () => {
          notes.recorder?.endStories(site);
          site.letGo();
        },
        onNotes: (edition, numbers) => notes.recorder?.close(site, out, edition, numbers),
      });
    };
    return await withManuscript({ ...plan, pictures: order.pictures }, report, work, record);
  } finally {
    setFlagsFromString("--heap-growing-percent=0");
    if (notes.folder !== null) rmSync(notes.folder, { recursive: true, force: true });
  }
}

/** Makes an edition out of the one before; null where too much is not as it was. */
async function revise(order: Order, ledger: Ledger, report: Report): Promise<Published | null> {
  const { options, out } = order.plan;
  // All that needs no look at the folder, while another thread looks at it.
  const revision = new Revision(ledger);
  const looked = (await order.looked) ?? null;
  const draftAll: DraftAll = (tasks, ground) => revision.draftAll(tasks, ground, looked);
  const known = { looked, knownId: revision.knownIds() };
  const opened = await openContent(options, report, draftAll, null, known).catch(
    (error: unknown) => {
      if (error instanceof NotRevisableError) return null;
      throw error;
    },
  );
  if (opened === null || !revision.fits(opened.site)) return null;
  const { site, sections, count } = opened;
  if (await revision.isAsBefore(site)) {
    const { files, ...counts } = ledger.edition.counts;
    return { result: { written: 0, unchanged: files, removed: 0, ...counts }, report };
  }
  const content: Manuscript = { sections, count, stories: () => revision.storiesOf(site) };
  const former = new Former(out, ledger.edition, revision.gone);
  const notes = new RevisedLedger(ledger, revision);
  const written = write(order, content, report, {
    former,
    onStory: (story, isListed) => notes.story(site, story, isListed),
    onNotes: (edition, numbers) => {
      writeNotes(out, ledger.words, (writer) =>
        notes.close(site, writer, out, options.now, edition, numbers),
      );
    },
  });
  const result = await written.catch((error: unknown) => {
    if (error instanceof DamagedError) return null;
    throw error;
  });
  return result && { result, report };
}

function writeNotes(
  out: string,
  words: Ledger["words"],
  work: (writer: LedgerWriter) => void,
): void {
  const folder = makeStagingFolder(out, "ledger");
  try {
    work(new LedgerWriter(join(folder, "ledger"), words));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function write(
  { plan, app, source, hasPages, extraFiles, onProgress }: Order,
  content: Manuscript,
  report: Report,
  target: Partial<EditionTarget>,
): Promise<EditionResult> {
  const { options, out, hasCopies } = plan;
  const documents = makeDocuments(source, { ...options, sections: content.sections });
  return writeEdition(content, options, report, {
    ...{ out, app, documents, hasPages, hasCopies, onProgress },
    extraFiles: extraFiles(documents),
    ...target,
  });
}
