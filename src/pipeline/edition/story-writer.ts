import { dataAddress } from "#model/address.ts";
import type { Report } from "#pipeline/report.ts";
import type { Story } from "#pipeline/story.ts";
import { copyResource } from "./app-files.ts";
import { ExpiryCollector } from "./expiries.ts";
import { galleyOf, kinText } from "./galley.ts";
import { documentFile, type Press, type Pressed } from "./press.ts";
import type { Staging } from "./staging.ts";
import type { StoryIndex } from "./story-index.ts";
import type { Stretch } from "./summary-spill.ts";

/** An old address of an article, and the content file that asks for it. */
export type Alias = { readonly alias: string; readonly id: string; readonly path: string };

/** A story whose article is written already. */
export type PressedStory = Omit<Story, "article"> & { readonly pressed: Pressed };

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

  constructor(staging: Staging, index: StoryIndex, press: Press, now: Date, report: Report) {
    this.#staging = staging;
    this.#index = index;
    this.#press = press;
    this.#now = now.getTime();
    this.#report = report;
  }

  write(story: Story | PressedStory): void {
    if ("pressed" in story) this.#take(story);
    else {
      const pressed = this.#press.print(galleyOf(story.article), kinText(story.article));
      this.#take({ ...story, pressed });
    }
  }

  #take(story: PressedStory): void {
    const { entry, article, document } = story.pressed;
    const { id } = entry;
    this.#staging.add(dataAddress.articleFile(id), article, "data");
    if (document) this.#staging.add(documentFile(id), document, "document");
    this.#list(story);
    for (const alias of story.aliases) this.aliases.push({ alias, id, path: story.path });
    for (const resource of story.resources) {
      copyResource(resource, story.path, this.#staging, this.#report);
    }
  }

  #list({ isListed, pin, pressed }: PressedStory): void {
    const { entry, summary } = pressed;
    const { id, appears } = entry;
    if (!isListed) this.unlisted.push(`${id} ${pressed.digest}`);
    else if (appears !== undefined && Date.parse(appears) > this.#now) {
      this.schedule.push({ appears, id, summary });
    } else this.#index.add(entry, summary, pin);
    if (isListed) this.expiries.add(entry);
  }
}
