import type { Draft } from "#pipeline/content/draft-file.ts";
import type { GroundPlan } from "#pipeline/content/ground.ts";
import type { Page } from "#pipeline/content/site/page.ts";
import type { Site } from "#pipeline/content/site/site.ts";
import type { DraftAll, Tasks } from "#pipeline/content/site/survey.ts";
import type { EditionNotes } from "#pipeline/edition/former.ts";
import type { PressedStory } from "#pipeline/edition/story-writer.ts";
import { handedDigest, wholeDigest } from "./ground.ts";
import { type LedgerWriter, SHARD } from "./ledger-file.ts";
import {
  type FileNote,
  fileNoteOf,
  isRelatable,
  layoutMark,
  NO_STORY,
  type StoryNote,
  storyNoteOf,
} from "./notes.ts";
import { PageWalk } from "./page-walk.ts";

/** Notes all that a run reads and makes, as it goes, for the next one. */
export class Recorder {
  readonly #writer: LedgerWriter;
  readonly #key: string;
  readonly #now: Date;
  #handed = "";
  #files: FileNote[] = [];
  #stories: StoryNote[] = [];
  /** How many files have a story's note. */
  #noted = 0;
  readonly #walk = new PageWalk();
  #count = 0;
  readonly #listed: number[] = [];

  constructor(writer: LedgerWriter, key: string, now: Date) {
    this.#writer = writer;
    this.#key = key;
    this.#now = now;
  }

  /** Notes the drafts as they come. */
  async *draftAll(
    tasks: Tasks,
    plan: GroundPlan,
    draftAll: DraftAll,
  ): AsyncGenerator<readonly Draft[]> {
    this.#handed = handedDigest(plan);
    this.#count = tasks.count;
    let number = 0;
    for await (const drafts of draftAll(tasks, plan)) {
      for (const draft of drafts) {
        const { path, id, layout } = tasks.at(number);
        number += 1;
        this.#files.push(fileNoteOf(path, id, layoutMark(layout), draft));
        if (this.#files.length === SHARD) this.#closeFiles();
      }
      yield drafts;
    }
    if (this.#files.length > 0) this.#closeFiles();
  }

  /** Notes a story; they come in the order of their pages, though some pages have none. */
  story(site: Site, story: PressedStory, isListed: boolean): void {
    const page = this.#walk.to(story.path, site, (passed) => this.#pass(site, passed));
    this.#note(page.task, storyNoteOf(site, page, story, isListed));
  }

  /** Notes that no more stories come; the site's pages are not asked for again. */
  endStories(site: Site): void {
    this.#walk.end(site, (passed) => this.#pass(site, passed));
    this.#fill(this.#count);
    if (this.#stories.length > 0) this.#closeStories();
  }

  /** Puts the ledger in place, once the edition is. */
  close(site: Site, out: string, edition: EditionNotes, numbers: Uint32Array): void {
    this.#writer.close(out, {
      key: this.#key,
      now: this.#now.getTime(),
      handed: this.#handed,
      whole: wholeDigest(site),
      listed: this.#listed,
      edition,
      numbers,
    });
  }

  /** Notes a page of which no story came. */
  #pass(site: Site, page: Page): void {
    this.#note(page.task, { ...NO_STORY, isRelatable: isRelatable(site, page) });
  }

  #note(task: number, note: StoryNote): void {
    this.#fill(task);
    this.#push(note);
  }

  /** Notes files that are no pages. */
  #fill(task: number): void {
    while (this.#noted < task) this.#push(NO_STORY);
  }

  #push(note: StoryNote): void {
    this.#noted += 1;
    if (this.#stories.push(note) === SHARD) this.#closeStories();
  }

  #closeFiles(): void {
    this.#writer.add("files", this.#files);
    this.#files = [];
  }

  #closeStories(): void {
    this.#writer.add("stories", this.#stories);
    this.#listed.push(this.#stories.filter((note) => note.isListed).length);
    this.#stories = [];
  }
}
