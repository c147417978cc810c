import { strToU8, type Zippable, zipSync } from "fflate";
import type { Traveller } from "#model/backup.ts";
import type { SavedRecord } from "#model/saved.ts";
import { arrangeText } from "./arrange-text.ts";
import {
  asXml,
  BOOK_STYLE,
  type BookPicture,
  type Chapter,
  CONTAINER,
  writeChapter,
  writeContents,
  writePackage,
} from "./epub-parts.ts";
import { fitXhtml } from "./fit-xhtml.ts";
import { eachStory, type Leaving, LeavingError, type Workshop } from "./leaving.ts";
import { packPictures } from "./own-pictures.ts";
import { addressOf, bylineOf } from "./story-facts.ts";

const STORED = { level: 0 } as const;

/**
 * Makes one book of stories, EPUB 3, with their pictures.
 *
 * It is packed at once and not in a stream: its first file must be stored plainly, with its length before it (EPUB OCF
 * 3.2, section 4.3), which no stream can know.
 *
 * @param now as instants are
 */
export async function makeEpub(
  records: readonly SavedRecord[],
  workshop: Workshop,
  now: string,
): Promise<Leaving> {
  const files: Zippable = {
    mimetype: [strToU8("application/epub+zip"), STORED],
    "META-INF/container.xml": strToU8(CONTAINER),
    "book/style.css": strToU8(BOOK_STYLE),
  };
  const chapters: Chapter[] = [];
  const pictures: BookPicture[] = [];
  const result = await eachStory(records, workshop, async (traveller) => {
    const file = `story-${chapters.length + 1}.xhtml`;
    const { xhtml, hasMath } = await chapterOf(
      traveller,
      workshop,
      (picture, bytes) => {
        pictures.push(picture);
        files[`book/${picture.file}`] = [bytes, STORED];
      },
      `pictures/${chapters.length + 1}`,
    );
    files[`book/${file}`] = strToU8(xhtml);
    const { title, authors, language = "" } = traveller.article;
    chapters.push({ file, title, authors, language, hasMath });
  });
  if (chapters.length === 0) throw new LeavingError("emptyBook");
  const { words } = workshop;
  const title = words.bookTitle(now.slice(0, 10));
  const language = mostUsed(records.map(({ summary }) => summary.language ?? "en"));
  const id = `urn:offprint:${now}:${records.length}`;
  files["book/nav.xhtml"] = strToU8(writeContents(title, chapters, words));
  files["book/content.opf"] = strToU8(
    writePackage({ id, title, language, now, chapters, pictures, words }),
  );
  const bytes = zipSync(files, { level: 6 });
  return { ...result, blob: new Blob([bytes], { type: "application/epub+zip" }) };
}

async function chapterOf(
  { article }: Traveller,
  { clean, home, words, signal }: Workshop,
  keep: (picture: BookPicture, bytes: Uint8Array) => void,
  folder: string,
): Promise<{ xhtml: string; hasMath: boolean }> {
  if (article.body.trim() === "") throw new LeavingError("noText");
  const { root, direction } = clean(article);
  let count = 0;
  await packPictures(
    root,
    (image, { bytes, type, ending }) => {
      count += 1;
      const file = `${folder}-${count}.${ending}`;
      image.setAttribute("src", file);
      keep({ file, type }, bytes);
    },
    signal,
  );
  arrangeText(root, { home, words });
  fitXhtml(root);
  const address = addressOf(article, home);
  const xhtml = writeChapter(article, {
    xml: xmlOf(root),
    direction,
    address,
    byline: bylineOf(article),
    words,
  });
  return { xhtml, hasMath: root.querySelector("math") !== null };
}

/** A body holds blocks, and the text between them as it is. */
function xmlOf(root: Element): string {
  const serializer = new XMLSerializer();
  return [...root.childNodes]
    .map((node) => serializer.serializeToString(node))
    .map((xml) => asXml(xml).replaceAll(' xmlns="http://www.w3.org/1999/xhtml"', ""))
    .join("");
}

function mostUsed(languages: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const language of languages) counts.set(language, (counts.get(language) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? "en";
}
