import { dataAddress } from "#model/address.ts";
import { type Draft, draftFile, type Task } from "#pipeline/content/draft-file.ts";
import type { Looked } from "#pipeline/content/folder/look-folder.ts";
import { readText } from "#pipeline/content/folder/read-text.ts";
import { isAsSeen } from "#pipeline/content/folder/seen.ts";
import { type Ground, type GroundPlan, groundOf } from "#pipeline/content/ground.ts";
import { readStory, reportMade } from "#pipeline/content/read-stories.ts";
import type { KnownId } from "#pipeline/content/site/file-ids.ts";
import type { Page } from "#pipeline/content/site/page.ts";
import type { Heard } from "#pipeline/content/site/questions.ts";
import type { Site } from "#pipeline/content/site/site.ts";
import { answer } from "#pipeline/content/site/site-answers.ts";
import { standingOf } from "#pipeline/content/site/standing.ts";
import { TASKS_AT_ONCE, type Tasks } from "#pipeline/content/site/survey.ts";
import { documentFile } from "#pipeline/edition/file-set.ts";
import type { KeptStory, UnpressedStory } from "#pipeline/edition/story-writer.ts";
import type { Remark } from "#pipeline/report.ts";
import { concernedBy } from "./concerned.ts";
import {
  FormerFiles,
  FormerStories,
  NOT_NOTED,
  type NotedStory,
  openFiles,
} from "./former-notes.ts";
import { handedDigest, wholeDigest } from "./ground.ts";
import type { FileShard, KnownFile } from "./known-file.ts";
import type { Ledger } from "./ledger-file.ts";
import { type FileNote, fileNoteOf, layoutMark } from "./notes.ts";
import { Origins } from "./origins.ts";

/** More changed files than these are read faster with threads, and all of them anew. */
const MOST_CHANGED = 1_500;

/** Says that an edition is not to be made out of the one before, and has to be made anew. */
export class NotRevisableError extends Error {
  override readonly name = "NotRevisableError";
}

/** Makes an edition out of the one before: what did not change is taken from its ledger. */
export class Revision {
  readonly #ledger: Ledger;
  #looked: Looked | null = null;
  readonly stories: FormerStories;
  readonly #shards: readonly FileShard[];
  /** By file. */
  readonly origins = new Origins();
  /** The notes of files that are others than before. */
  readonly notes = new Map<number, FileNote>();
  /** What files said that are gone, or say something else now. */
  readonly #former: KnownFile[] = [];
  #drafted = 0;
  /** Shards that have lost files. */
  readonly shrunk = new Set<number>();
  /** The files of articles that are not published any more. */
  readonly gone: string[] = [];

  constructor(ledger: Ledger) {
    this.#ledger = ledger;
    this.stories = new FormerStories(ledger);
    this.#shards = openFiles(ledger);
  }

  /** Gives the ids of files that there were, which have to be asked for in the order of their paths. */
  knownIds(): KnownId {
    const files = new FormerFiles(this.#shards);
    return (path) => files.take(path, () => undefined)?.id ?? null;
  }

  /** Gives the drafts of all files; only those that changed are read. `looked` is the folder, where it was looked at already. */
  async *draftAll(
    tasks: Tasks,
    plan: GroundPlan,
    looked: Looked | null = null,
  ): AsyncGenerator<readonly Draft[]> {
    this.#looked = looked;
    if (handedDigest(plan) !== this.#ledger.handed) throw new NotRevisableError("cascades");
    const ground = groundOf(plan);
    const files = new FormerFiles(this.#shards);
    const lose = (file: KnownFile) => {
      this.#former.push(file);
      this.shrunk.add(file.shard);
    };
    const draft = (number: number) => {
      const task = tasks.at(number);
      const file = files.take(task.path, lose);
      if (this.#drafted > MOST_CHANGED) throw new NotRevisableError("many changes");
      return this.#draft(task, file, file?.shard ?? files.shard, ground);
    };
    for (let first = 0; first < tasks.count; first += TASKS_AT_ONCE) {
      const length = Math.min(TASKS_AT_ONCE, tasks.count - first);
      await looked?.reach(tasks.at(first + length - 1).path);
      yield Array.from({ length }, (_, place) => draft(first + place));
    }
    files.end(lose);
    if (this.#former.length > MOST_CHANGED) throw new NotRevisableError("many changes");
  }

  /** Gives the stories of all pages; only those are made that changed, or take something else from others. */
  async *storiesOf(site: Site): AsyncGenerator<UnpressedStory | KeptStory> {
    const isConcerned = concernedBy(site, this.origins, this.stories, this.#former);
    for (const page of site.survey.pages) {
      const former = this.#formerOf(page);
      const isSame = this.origins.isSame(page.task) && !isConcerned(page);
      // Most ask nothing, and nothing is waited for.
      const mayStay = isSame && isInReach(site, page, former);
      const isKept =
        mayStay && (former.heard === null || (await isStillTold(site, page, former.heard)));
      const story = isKept ? keep(site, page, former) : await this.#make(site, page, former);
      if (story) yield story;
    }
    this.#sweep();
  }

  /** Says whether nothing is another than before, so that the edition is as it was, and then reports what there is to say of it. */
  async isAsBefore(site: Site): Promise<boolean> {
    const { survey } = site;
    const isTouched = this.#drafted + this.#former.length + this.notes.size > 0;
    // Which old addresses can't be had is found out where they are written.
    if (isTouched || survey.pages.hasAliases) return false;
    const told = new Map<number, readonly Remark[]>();
    for (const page of survey.pages) {
      const { digest, heard, remarks } = this.#formerOf(page);
      const isSame = digest !== "" && (heard === null || (await isStillTold(site, page, heard)));
      if (!isSame) return false;
      if (remarks !== null) told.set(page.task, remarks);
    }
    for (const page of survey.pages) reportMade(site, page, told.get(page.task) ?? NONE);
    return true;
  }

  #formerOf({ task }: Page): NotedStory {
    const row = this.origins.rowOf(task);
    return row < 0 ? NOT_NOTED : this.stories.at(this.origins.shardOf(task), row);
  }

  async #make(site: Site, page: Page, former: NotedStory): Promise<UnpressedStory | null> {
    const made = await readStory(site, page);
    const { digest, number } = former;
    if (made) return { former: { digest, number }, ...made };
    this.#lose(page.id, former);
    return null;
  }

  /** Says whether the folder as a whole is as it was. */
  fits(site: Site): boolean {
    return wholeDigest(site) === this.#ledger.whole;
  }

  #draft(task: Task, file: KnownFile | null, shard: number, ground: Ground): Draft {
    const number = this.origins.count;
    const row = file?.row ?? -1;
    const absolute = `${ground.root}/${task.path}`;
    const isHeld = file?.id === task.id && file.layout === layoutMark(task.layout);
    const mayHold = isHeld && !isOver(file, ground);
    const isSame =
      mayHold && (this.#isAsSeen(task, file, ground) || this.#isSameText(absolute, file));
    this.origins.push(shard, row, isSame);
    if (isSame) return file;
    if (file) this.#former.push(file);
    this.#drafted += 1;
    // A copy: a part of a file's text would keep the whole in memory.
    const draft = structuredClone(draftFile(task, ground).draft);
    this.notes.set(number, fileNoteOf(task.path, task.id, layoutMark(task.layout), draft));
    return draft;
  }

  #isAsSeen({ path }: Task, file: KnownFile, { root }: Ground): boolean {
    return this.#looked?.isAsSeen(path, file) ?? isAsSeen(`${root}/${path}`, file);
  }

  /** Looks into a file that stands otherwise than it did, or was noted so soon after a change that nobody can know. */
  #isSameText(absolute: string, file: KnownFile): boolean {
    const read = file.digest === "" ? null : readText(absolute);
    if (read === null || !("seen" in read) || read.seen.digest !== file.digest) return false;
    this.notes.set(this.origins.count, { ...file.note, ...read.seen });
    return true;
  }

  /** Takes away the articles of files that are gone, or are not published any more. */
  #sweep(): void {
    const gone = new Map(this.#former.map((file) => [file.id, file]));
    // An article that keeps its file and its id is in none of the notes, and was never lost.
    for (const { id, isPublished } of this.notes.values()) if (isPublished) gone.delete(id);
    for (const [id, { shard, row }] of gone) this.#lose(id, this.stories.at(shard, row));
  }

  #lose(id: string, { digest, hasDocument }: NotedStory): void {
    if (digest === "") return;
    this.gone.push(dataAddress.articleFile(id));
    if (hasDocument) this.gone.push(documentFile(id));
  }
}

/** Says whether time has passed by what was noted. */
function isOver({ until }: Pick<FileNote, "until">, { options }: Ground): boolean {
  return until !== null && Date.parse(until) <= options.now.getTime();
}

/** Says whether an article was written, and all that the lists need of it stands in those of the edition before. */
function isInReach({ translations }: Site, page: Page, story: NotedStory): boolean {
  // Of what is not due yet no list of rows has the summary.
  if (story.digest === "" || story.appears !== undefined) return false;
  return story.number >= 0 || !translations.isListed(page);
}

/** Says whether an article that has not changed itself is told the same of others. */
async function isStillTold(site: Site, page: Page, told: readonly Heard[]): Promise<boolean> {
  for (const heard of told) if (!(await isStillSo(site, page, heard))) return false;
  return true;
}

async function isStillSo(site: Site, page: Page, { question, answer: known }: Heard) {
  if (known.file) site.resources.know(known.file);
  const now = await answer(site, page, question);
  return JSON.stringify(now) === JSON.stringify(known);
}

/** The story of an article that stays as it is. */
function keep(site: Site, page: Page, note: NotedStory): KeptStory {
  reportMade(site, page, note.remarks ?? NONE);
  const { isListed, pin, aliases } = standingOf(site, page);
  const { number, hasDocument, expires } = note;
  return {
    ...{ task: page.task, isListed, pin, aliases, number, hasDocument, expires },
    resources: note.resources ?? NONE,
    // Of most nobody asks.
    get path() {
      return page.path;
    },
    get digest() {
      return note.digest;
    },
    get entry() {
      const { id, date, section } = page;
      const { tags, source } = note;
      return { id, date, tags, source, section, appears: undefined, expires };
    },
  };
}

const NONE: readonly never[] = [];
