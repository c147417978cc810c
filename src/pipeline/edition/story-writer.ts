import { parseArticle } from "#model/article.ts";
import type { Report } from "#pipeline/report.ts";
import type { Story } from "#pipeline/story.ts";
import { copyResource } from "./app-files.ts";
import { ExpiryCollector } from "./expiries.ts";
import { galleyOf, kinText } from "./galley.ts";
import type { Press, Pressed } from "./press.ts";
import type { Staging } from "./staging.ts";
import type { StoryIndex } from "./story-index.ts";
import { bytesOf, type StorySize } from "./story-sizes.ts";
import { FORMER, type Stretch } from "./summary-spill.ts";

/** An old address of an article, and the content file that asks for it. */
export type Alias = { readonly alias: string; readonly id: string; readonly path: string };

/** A story whose article is written already. */
export type PressedStory = Omit<Story, "article"> & {
  readonly pressed: Pressed;
  /** True: its files are those of the edition before, and need no look. */
  readonly isKept?: boolean;
};

/** A story to be written, and what the edition before says of it: its article's digest, and its number in the lists. */
export type UnpressedStory = Story & {
  readonly former?: { readonly digest: string; readonly number: number };
};

/** Hears of each story that was written, and whether it is in the lists today. */
export type HearStory = (story: PressedStory, isListed: boolean) => void;

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

  write(story: UnpressedStory | PressedStory): void {
    if ("pressed" in story) this.#take(story);
    else {
      const pressed = this.#press.print(
        galleyOf(parseArticle(story.article)),
        kinText(story.article),
      );
      const { digest, number } = story.former ?? { digest: "", number: -1 };
      const isSame = digest === pressed.digest && number >= 0;
      const summary = isSame ? { file: FORMER, start: number, length: 0 } : pressed.summary;
      this.#take({ pressed: { ...pressed, summary }, ...story });
    }
  }

  #take(story: PressedStory): void {
    const { entry, article, document } = story.pressed;
    const { id } = entry;
    if (story.isKept) this.#staging.keepArticleFiles(document ? 2 : 1);
    else {
      this.#staging.addOfArticle(id, "article", article);
      if (document) this.#staging.addOfArticle(id, "document", document);
    }
    for (const resource of story.resources) {
      copyResource(resource, story.path, this.#staging, this.#report);
    }
    this.#hear(story, this.#list(story));
    for (const alias of story.aliases) this.aliases.push({ alias, id, path: story.path });
  }

  /** Puts a story where it belongs, and says whether that is the lists of today. */
  #list({ isListed, pin, pressed, resources, isKept = false }: PressedStory): boolean {
    const { entry, summary } = pressed;
    const { id, appears } = entry;
    if (!isListed) {
      this.unlisted.push(`${id} ${pressed.digest}`);
      return false;
    }
    this.expiries.add(entry);
    if (appears !== undefined && Date.parse(appears) > this.#now) {
      this.schedule.push({ appears, id, summary });
      return false;
    }
    const { bytes, pictures } = pressed;
    const size = (): StorySize => [bytes, bytesOf(pictures, resources, this.#staging)];
    this.#index.add(entry, summary, pin, isKept ? null : size());
    return true;
  }
}
