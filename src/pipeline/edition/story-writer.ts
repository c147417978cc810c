import { articlePath, dataAddress } from "#model/address.ts";
import { type Article, parseArticle, type Summary, summaryOf } from "#model/article.ts";
import type { Schedule } from "#model/edition.ts";
import type { Report } from "#pipeline/report.ts";
import type { Story } from "#pipeline/story.ts";
import { copyResource } from "./app-files.ts";
import { digestOf } from "./digest.ts";
import type { DocumentMaker } from "./document-maker.ts";
import { ExpiryCollector } from "./expiries.ts";
import type { Staging } from "./staging.ts";
import type { StoryIndex } from "./story-index.ts";

/** An old address of an article, and the content file that asks for it. */
export type Alias = { readonly alias: string; readonly id: string; readonly path: string };

/** Writes the stories one after another; of each it keeps only what the lists need. */
export class StoryWriter {
  readonly aliases: Alias[] = [];
  /** Stories that are not due yet. */
  readonly schedule: Schedule = [];
  readonly expiries = new ExpiryCollector();
  /** Id and digest of the articles that no list names, which the edition's digest covers too. */
  readonly unlisted: string[] = [];
  readonly #staging: Staging;
  readonly #index: StoryIndex;
  readonly #documents: DocumentMaker;
  readonly #now: number;
  readonly #report: Report;

  constructor(
    staging: Staging,
    index: StoryIndex,
    documents: DocumentMaker,
    now: Date,
    report: Report,
  ) {
    this.#staging = staging;
    this.#index = index;
    this.#documents = documents;
    this.#now = now.getTime();
    this.#report = report;
  }

  write(story: Story): void {
    // Through the parser, which also puts the keys in the order of the schema.
    const plain = parseArticle(story.article);
    const text = JSON.stringify(plain);
    const digest = digestOf(text);
    const article = { ...plain, digest };
    // As JSON.stringify would write it; the schema has the digest last.
    const published = `${text.slice(0, -1)},"digest":"${digest}"}`;
    this.#staging.put(dataAddress.articleFile(article.id), published);
    const document = this.#documents.article(article, { digest });
    if (document !== null) {
      const path = `${articlePath(article.id).slice(1)}index.html`;
      this.#staging.put(path, document, "document");
    }
    this.#list(story, article, summaryOf(article, digest));
    for (const alias of story.aliases) {
      this.aliases.push({ alias, id: article.id, path: story.path });
    }
    for (const resource of story.resources) {
      copyResource(resource, story.path, this.#staging, this.#report);
    }
  }

  #list(story: Story, article: Article, summary: Summary): void {
    const { appears } = article;
    if (!story.isListed) this.unlisted.push(`${article.id} ${summary.digest}`);
    else if (appears !== undefined && Date.parse(appears) > this.#now) {
      this.schedule.push({ appears, story: summary });
    } else this.#index.add(article, summary, story.pin);
    if (story.isListed) this.expiries.add(summary);
  }
}
