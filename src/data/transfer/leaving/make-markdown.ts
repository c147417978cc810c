import type TurndownService from "turndown";
import type { Traveller } from "#model/backup.ts";
import type { SavedRecord } from "#model/saved.ts";
import { arrangeText } from "./arrange-text.ts";
import { createFileNames } from "./file-name.ts";
import { eachStory, type Leaving, type Workshop } from "./leaving.ts";
import { packPictures } from "./own-pictures.ts";
import { addressOf, labelsOf } from "./story-facts.ts";
import { createZip } from "./zip-blob.ts";

/** What Markdown can't say stays as HTML in it. */
const KEPT: (keyof HTMLElementTagNameMap)[] = [
  "table",
  "sub",
  "sup",
  "ruby",
  "details",
  "mark",
  "u",
  "kbd",
];

/** What a text may say and a reader of Markdown would take for HTML, an entity or a shortcode. */
const LIVE = /<|&(?=#?\w+;)|\{(?=\{)/g;

/** Makes content files of stories, as Offprint's own pipeline and Hugo read them: front matter, then Markdown. */
export async function makeMarkdown(
  records: readonly SavedRecord[],
  workshop: Workshop,
): Promise<Leaving> {
  const { default: Turndown } = await import("turndown");
  const service = new Turndown({
    headingStyle: "atx",
    codeBlockStyle: "fenced",
    bulletListMarker: "-",
  });
  service.keep(KEPT);
  const { escape: escapeMarkdown } = service;
  service.escape = (text) => escapeMarkdown.call(service, text).replace(LIVE, "\\$&");
  const zip = createZip();
  const nameOf = createFileNames();
  const result = await eachStory(records, workshop, async (traveller) => {
    const name = nameOf(traveller.article.title, "md");
    const folder = `pictures/${name.slice(0, -3)}`;
    zip.add(
      name,
      await fileOf(traveller, service, workshop, (picture, bytes) => {
        zip.add(`${folder}/${picture}`, bytes);
        return `${folder.split("/").map(encodeURIComponent).join("/")}/${picture}`;
      }),
    );
  });
  return { ...result, blob: zip.blob() };
}

async function fileOf(
  traveller: Traveller,
  service: TurndownService,
  { clean, home, words, signal }: Workshop,
  keep: (name: string, bytes: Uint8Array) => string,
): Promise<string> {
  const { root } = clean(traveller.article);
  let count = 0;
  await packPictures(
    root,
    (image, { bytes, ending }) => {
      count += 1;
      image.setAttribute("src", keep(`${count}.${ending}`, bytes));
    },
    signal,
  );
  arrangeText(root, { home, words });
  for (const element of root.querySelectorAll("[dir]")) element.removeAttribute("dir");
  const text = root instanceof HTMLElement ? service.turndown(root) : "";
  return `${frontMatter(traveller, home)}\n${text}\n`;
}

function frontMatter(traveller: Traveller, home: string): string {
  const { article, savedAt, archived } = traveller;
  const { title, date, modified, description, source, authors, language } = article;
  const fields: [string, unknown][] = [
    ["title", title],
    ["date", date ?? undefined],
    ["lastmod", modified],
    ["description", description],
    ["source", source],
    ["authors", authors.length > 0 ? authors : undefined],
    ["link", addressOf(article, home)],
    ["tags", labelsOf(traveller)],
    ["language", language],
    ["saved", savedAt],
    ["archived", archived],
  ];
  // What JSON writes YAML reads as the same.
  const lines = fields
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}: ${JSON.stringify(value)}`);
  return `---\n${lines.join("\n")}\n---\n`;
}
