import type { Page } from "#pipeline/content/site/page.ts";
import type { Site } from "#pipeline/content/site/site.ts";
import type { EditionNotes } from "#pipeline/edition/former.ts";
import type { KeptStory, PressedStory } from "#pipeline/edition/story-writer.ts";
import type { NotedStory } from "./former-notes.ts";
import type { Ledger, LedgerWriter } from "./ledger-file.ts";
import { isRelatable, NO_STORY, type StoryNote, storyNoteOf } from "./notes.ts";
import type { Origins } from "./origins.ts";
import { PageWalk } from "./page-walk.ts";
import type { Revision } from "./revision.ts";

/** The files of a shard: [from, to). */
type Span = { readonly shard: number; readonly from: number; readonly to: number };

/** Notes what a revised edition was made of; shards in which nothing changed are taken over as they are. */
export class RevisedLedger {
  readonly #ledger: Ledger;
  readonly #revision: Revision;
  readonly #walk = new PageWalk();
  /** By file, the notes of stories that are others than before. */
  readonly #notes = new Map<number, StoryNote>();

  constructor(ledger: Ledger, revision: Revision) {
    this.#ledger = ledger;
    this.#revision = revision;
  }

  /** Notes a story; they come in the order of their pages, though some pages have none. */
  story(site: Site, story: PressedStory | KeptStory, isListed: boolean): void {
    const pass = (passed: Page) => this.#pass(site, passed);
    const page =
      "number" in story
        ? this.#walk.toTask(story.task, site, pass)
        : this.#walk.to(story.path, site, pass);
    const known = this.#formerOf(page);
    if ("number" in story) {
      const isNow = { isListed, isRelatable: isRelatable(site, page) };
      if (known?.isListed === isListed && known.isRelatable === isNow.isRelatable) return;
      this.#notes.set(page.task, { ...(known?.note ?? NO_STORY), ...isNow });
      return;
    }
    const note = storyNoteOf(site, page, story, isListed);
    if (JSON.stringify(note) !== JSON.stringify(known?.note)) this.#notes.set(page.task, note);
  }

  /** Writes the ledger, once the edition is in place; none where nothing is to be noted anew. */
  close(
    site: Site,
    writer: LedgerWriter,
    out: string,
    now: Date,
    edition: EditionNotes,
    numbers: Uint32Array,
  ): void {
    this.#walk.end(site, (passed) => this.#pass(site, passed));
    const { origins, notes, shrunk } = this.#revision;
    for (const [file, { isPublished }] of notes) {
      if (!isPublished) this.#notes.set(file, NO_STORY);
    }
    const isOld = notes.size === 0 && shrunk.size === 0 && this.#notes.size === 0;
    if (isOld) return;
    const spans = spansOf(origins, this.#ledger.files.length);
    for (const span of spans) this.#writeFiles(span, writer);
    const listed = spans.map((span) => this.#writeStories(span, writer));
    const { key, handed, whole } = this.#ledger;
    writer.close(out, { key, handed, whole, now: now.getTime(), listed, edition, numbers });
  }

  #writeFiles(span: Span, writer: LedgerWriter): void {
    const { origins, notes } = this.#revision;
    if (!this.#isChanged(span, notes)) {
      writer.addPacked("files", this.#ledger.packed("files", span.shard));
      return;
    }
    const former = this.#ledger.filesIn(span.shard).all();
    writer.add(
      "files",
      filesOf(span).flatMap((file) => notes.get(file) ?? former[origins.rowOf(file)] ?? []),
    );
  }

  /** Gives how many of the stories are in the lists. */
  #writeStories(span: Span, writer: LedgerWriter): number {
    if (!this.#isChanged(span, this.#notes)) {
      writer.addPacked("stories", this.#ledger.packed("stories", span.shard));
      return this.#ledger.listed[span.shard] ?? 0;
    }
    const former = this.#ledger.storiesIn(span.shard).all();
    const notes = filesOf(span).map((file) => {
      const row = this.#revision.origins.rowOf(file);
      return this.#notes.get(file) ?? former[row] ?? NO_STORY;
    });
    writer.add("stories", notes);
    return notes.filter((note) => note.isListed).length;
  }

  #isChanged({ shard, from, to }: Span, notes: ReadonlyMap<number, unknown>): boolean {
    const { shrunk, origins } = this.#revision;
    if (shrunk.has(shard)) return true;
    for (let file = from; file < to; file++) {
      if (notes.has(file) || origins.rowOf(file) < 0) return true;
    }
    return false;
  }

  #formerOf({ task }: Page): NotedStory | null {
    const { origins, stories } = this.#revision;
    return origins.rowOf(task) < 0 ? null : stories.at(origins.shardOf(task), origins.rowOf(task));
  }

  #pass(site: Site, page: Page): void {
    this.#notes.set(page.task, { ...NO_STORY, isRelatable: isRelatable(site, page) });
  }
}

function spansOf(origins: Origins, shards: number): Span[] {
  const spans: Span[] = [];
  let to = 0;
  for (let shard = 0; shard < shards; shard++) {
    const from = to;
    while (to < origins.count && origins.shardOf(to) === shard) to += 1;
    spans.push({ shard, from, to });
  }
  return spans;
}

function filesOf({ from, to }: Span): number[] {
  return Array.from({ length: to - from }, (_, place) => from + place);
}
