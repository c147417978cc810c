import { escapeHtml } from "#data/transfer/escape-html.ts";
import type { Traveller } from "#model/backup.ts";
import type { SavedRecord } from "#model/saved.ts";
import { arrangeText } from "./arrange-text.ts";
import { createFileNames } from "./file-name.ts";
import { eachStory, type Leaving, type Workshop } from "./leaving.ts";
import { packPictures } from "./own-pictures.ts";
import { writePage } from "./page-template.ts";
import { addressOf, bylineOf, labelsOf } from "./story-facts.ts";
import { createZip } from "./zip-blob.ts";

/** Makes a page of each story that holds all it needs, pictures too, and a list of them; one alone is no archive. */
export async function makeHtml(
  records: readonly SavedRecord[],
  workshop: Workshop,
): Promise<Leaving & { readonly ending: "html" | "zip" }> {
  const zip = createZip();
  const nameOf = createFileNames();
  nameOf("index", "html");
  const lines: string[] = [];
  let only = "";
  const result = await eachStory(records, workshop, async (traveller) => {
    const { title, language = "" } = traveller.article;
    only = await pageOf(traveller, workshop);
    const name = nameOf(title, "html");
    const link = `<a dir="auto" href="${encodeURIComponent(name)}">${escapeHtml(title)}</a>`;
    const facts = `<span dir="auto" class="facts">${escapeHtml(bylineOf(traveller.article))}</span>`;
    lines.push(`<li lang="${escapeHtml(language)}">${link} ${facts}</li>`);
    if (records.length > 1) zip.add(name, only);
  });
  if (records.length === 1) {
    return { ...result, blob: new Blob([only], { type: "text/html" }), ending: "html" };
  }
  const { savedStories: title, language, direction } = workshop.words;
  const body = `<h1>${escapeHtml(title)}</h1>\n<ul>\n${lines.join("\n")}\n</ul>`;
  zip.add("index.html", writePage({ title, language, direction, body }));
  return { ...result, blob: zip.blob(), ending: "zip" };
}

async function pageOf(
  traveller: Traveller,
  { clean, home, words, signal }: Workshop,
): Promise<string> {
  const { article } = traveller;
  const { root, direction } = clean(article);
  await packPictures(
    root,
    (image, { bytes, type }) => {
      image.setAttribute("src", `data:${type};base64,${base64(bytes)}`);
    },
    signal,
  );
  arrangeText(root, { home, words });
  const address = addressOf(article, home);
  const facts = [bylineOf(article), labelsOf(traveller).join(", ")].filter(Boolean).map(escapeHtml);
  const original = `<a href="${escapeHtml(address)}" lang="${words.language}" dir="${words.direction}">${escapeHtml(words.original)}</a>`;
  const body = [
    `<article>`,
    `<h1 dir="auto">${escapeHtml(article.title)}</h1>`,
    article.description ? `<p dir="auto"><em>${escapeHtml(article.description)}</em></p>` : "",
    `<p class="facts">${[...facts, original].join(" · ")}</p>`,
    root.innerHTML,
    `</article>`,
  ];
  const { title, language } = article;
  return writePage({ title, language, direction, body: body.filter(Boolean).join("\n") });
}

function base64(bytes: Uint8Array): string {
  let text = "";
  // A function takes only so many arguments.
  for (let at = 0; at < bytes.length; at += 8_192) {
    text += String.fromCharCode(...bytes.subarray(at, at + 8_192));
  }
  return btoa(text);
}
