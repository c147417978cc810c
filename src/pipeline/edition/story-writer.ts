import { parseArticle } from "#model/article.ts";
import type { Report } from "#pipeline/report.ts";
import type { Story } from "#pipeline/story.ts";
import { copyResource } from "./app-files.ts";
import { ExpiryCollector } from "./expiries.ts";
import { type Entry, galleyOf, kinText } from "./galley.ts";
import type { Press, Pressed } from "./press.ts";
import type { Staging } from "./staging.ts";
import type { StoryIndex } from "./story-index.ts";
import { bytesOf, type StorySize } from "./story-sizes.ts";
import type { Stretch } from "./summary-spill.ts";

/** An old address of an article, and the content file that asks for it. */
export type Alias = { readonly alias: string; readonly id: string; readonly path: string };

/** A story whose article is written already. */
export type PressedStory = Omit<Story, "article"> & { readonly pressed: Pressed };

/** A story that is as it was in the edition before: its files need no look. */
export type KeptStory = Omit<Story, "article" | "remarks"> & {
  /** The number of its page's task. */
  readonly task: number;
  /** In the lists of that edition; -1 where it is in none. */
  readonly number: number;
  readonly digest: string;
  readonly hasDocument: boolean;
  readonly expires: string | undefined;
  readonly entry: Entry;
};

/** A story to be written, and what the edition before says of it: its article's digest, and its number in the lists. */
export type UnpressedStory = Story & {
  readonly former?: { readonly digest: string; readonly number: number };
};

/** Hears of each story that was written or kept, and whether it is in the lists today. */
export type HearStory = (story: PressedStory | KeptStory, isListed: boolean) => void;

/** A story that is not due yet. */
type Coming = { readonly appears: string; readonly id: string; readonly summary: Stretch };

/** Takes in the stories one after another; of each it keeps only what the lists need. */
export class StoryWriter {
  readonly aliases: Alias[] = [];
  /** Stories that are not due yet. */
  readonly schedule: Coming[] = [];
  readonly expiries = new ExpiryCollector();
  /** Id and digest of the articles that no list names, which the edition's digest covers too. */
  readonly unlisted: string[] = [];
  readonly #staging: Staging;
  readonly #index: StoryIndex;
  readonly #press: Press;
  readonly #now: number;
  readonly #report: Report;
  readonly #hear: HearStory;

  constructor(
    staging: Staging,
    index: StoryIndex,
    press: Press,
    now: Date,
    report: Report,
    hear: HearStory = () => undefined,
  ) {
    this.#hear = hear;
    this.#staging = staging;
    this.#index = index;
    this.#press = press;
    this.#now = now.getTime();
    this.#report = report;
  }

  write(story: UnpressedStory | PressedStory | KeptStory): void {
    if ("pressed" in story) this.#take(story);
    else if ("number" in story) this.#keep(story);
    else {
      const pressed = this.#press.print(
        galleyOf(parseArticle(story.article)),
        kinText(story.article),
      );
      const { digest, number } = story.former ?? { digest: "", number: -1 };
      this.#take({ pressed, ...story }, digest === pressed.digest ? number : -1);
    }
  }

  /** `number` is that in the lists of the edition before, where it has the same article. */
  #take(story: PressedStory, number = -1): void {
    const { entry, digest, article, document, summary, bytes, pictures } = story.pressed;
    this.#staging.addOfArticle(entry.id, "article", article);
    if (document) this.#staging.addOfArticle(entry.id, "document", document);
    this.#copyResources(story);
    const isListed = this.#mayList(story, entry, digest, summary);
    if (isListed && number >= 0) this.#index.keep(number, story.pin);
    else if (isListed) {
      const size: StorySize = [bytes, bytesOf(pictures, story.resources, this.#staging)];
      this.#index.add(entry, summary, story.pin, size);
    }
    this.#hear(story, isListed);
    this.#takeAliases(story, entry.id);
  }

  #keep(story: KeptStory): void {
    this.#staging.keepArticleFiles(story.hasDocument ? 2 : 1);
    if (story.resources.length > 0) this.#copyResources(story);
    const { isListed, number, pin } = story;
    if (!isListed) this.unlisted.push(`${story.entry.id} ${story.digest}`);
    else {
      if (story.expires !== undefined) this.expiries.add(story.entry);
      this.#index.keep(number, pin);
    }
    this.#hear(story, isListed);
    if (story.aliases.length > 0) this.#takeAliases(story, story.entry.id);
  }

  #copyResources({ resources, path }: Pick<Story, "resources" | "path">): void {
    for (const resource of resources) copyResource(resource, path, this.#staging, this.#report);
  }

  #takeAliases({ aliases, path }: Pick<Story, "aliases" | "path">, id: string): void {
    for (const alias of aliases) this.aliases.push({ alias, id, path });
  }

  /** Says whether a story belongs in the lists of today; for one that does not, notes where it does. */
  #mayList(
    { isListed }: Pick<Story, "isListed">,
    entry: Entry,
    digest: string,
    summary: Stretch,
  ): boolean {
    const { id, appears } = entry;
    if (!isListed) {
      this.unlisted.push(`${id} ${digest}`);
      return false;
    }
    this.expiries.add(entry);
    if (appears === undefined || Date.parse(appears) <= this.#now) return true;
    this.schedule.push({ appears, id, summary });
    return false;
  }
}
