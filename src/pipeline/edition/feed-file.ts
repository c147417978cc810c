import { dataAddress } from "#model/address.ts";
import { type Article, parseArticle } from "#model/article.ts";
import type { EditionOptions } from "#pipeline/options.ts";
import { DamagedError } from "./damaged-error.ts";
import type { DocumentMaker } from "./document-maker.ts";
import { isWhole } from "./galley.ts";
import type { Staging } from "./staging.ts";
import type { Arrangement } from "./story-index.ts";

const FEED_LENGTH = 100;

/** Writes the newest stories as a JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/). */
export function writeFeed(
  arrangement: Arrangement,
  { title, language }: EditionOptions,
  textOf: DocumentMaker["text"],
  staging: Staging,
): void {
  const items: ReturnType<typeof itemOf>[] = [];
  for (let number = arrangement.count - 1; number >= 0 && items.length < FEED_LENGTH; number--) {
    const path = dataAddress.articleFile(arrangement.idAt(number));
    const text = staging.read(path);
    // One that the edition before has was not looked at yet.
    if (!isWhole(text)) throw new DamagedError(path);
    items.push(itemOf(parseArticle(JSON.parse(text)), language, textOf));
  }
  const feed = { version: "https://jsonfeed.org/version/1.1", title, language, items };
  staging.put(dataAddress.feed(), JSON.stringify(feed));
}

/** Addresses in a feed are absolute; an edition does not know its own, so its stories are named by id alone. */
function itemOf(article: Article, language: string, textOf: DocumentMaker["text"]) {
  const { id, title, link, excerpt, picture, date, modified, authors, tags } = article;
  return {
    id,
    ...(link !== undefined && { external_url: link }),
    title,
    content_html: textOf(article),
    ...(excerpt !== "" && { summary: excerpt }),
    ...(picture && /^https?:/.test(picture.src) && { image: picture.src }),
    ...(date !== null && { date_published: date }),
    ...(modified !== undefined && { date_modified: modified }),
    ...(authors.length > 0 && { authors: authors.map((name) => ({ name })) }),
    ...(tags.length > 0 && { tags }),
    language: article.language ?? language,
  };
}
