import { escapeHtml } from "#data/transfer/escape-html.ts";
import type { SavedRecord } from "#model/saved.ts";
import { arrangeText } from "./arrange-text.ts";
import { eachStory, type Leaving, type LeavingWatch, type Workshop } from "./leaving.ts";
import { createSlices } from "./slices.ts";
import { addressOf, labelsOf } from "./story-facts.ts";

/** Makes a Netscape bookmark file, which every browser takes in. */
export async function makeBookmarks(
  records: readonly SavedRecord[],
  { home, words, ...watch }: LeavingWatch & Pick<Workshop, "home" | "words">,
): Promise<Leaving> {
  const file = createSlices();
  file.write(`<!DOCTYPE NETSCAPE-Bookmark-file-1>
<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=UTF-8">
<TITLE>${escapeHtml(words.bookmarks)}</TITLE>
<H1>${escapeHtml(words.bookmarks)}</H1>
<DL><p>
`);
  const result = await eachStory(records, watch, (traveller) => {
    const { article, savedAt, archived } = traveller;
    const attributes = [
      `HREF="${escapeHtml(addressOf(article, home))}"`,
      `ADD_DATE="${Math.floor(Date.parse(savedAt) / 1000)}"`,
      `TAGS="${escapeHtml(labelsOf(traveller).join(","))}"`,
      ...(archived ? ['ARCHIVED="1"'] : []),
    ];
    file.write(`    <DT><A ${attributes.join(" ")}>${escapeHtml(article.title)}</A>\n`);
    if (article.excerpt) file.write(`    <DD>${escapeHtml(article.excerpt)}\n`);
  });
  file.write("</DL><p>\n");
  return { ...result, blob: file.blob("text/html") };
}

/** Makes a JSON Feed 1.1 with the whole texts. */
export async function makeFeed(
  records: readonly SavedRecord[],
  { clean, home, words, ...watch }: Workshop,
): Promise<Leaving> {
  const file = createSlices();
  const head = {
    version: "https://jsonfeed.org/version/1.1",
    title: words.savedStories,
    home_page_url: home,
  };
  file.write(`${JSON.stringify(head).slice(0, -1)},\n"items":[`);
  let separator = "";
  const result = await eachStory(records, watch, (traveller) => {
    const { article, savedAt, archived, labels } = traveller;
    const { root } = clean(article);
    arrangeText(root, { home, words });
    for (const image of root.querySelectorAll("img[src]")) {
      image.setAttribute("src", new URL(image.getAttribute("src") ?? "", home).href);
    }
    const item = {
      id: article.id,
      url: addressOf(article, home),
      title: article.title,
      ...(root.innerHTML.trim() === "" ? { content_text: "" } : { content_html: root.innerHTML }),
      summary: article.excerpt || undefined,
      date_published: article.date ?? undefined,
      date_modified: article.modified,
      authors: article.authors.map((name) => ({ name })),
      tags: labelsOf(traveller),
      language: article.language,
      _offprint: { saved_at: savedAt, archived, labels },
    };
    file.write(`${separator}\n${JSON.stringify(item)}`);
    separator = ",";
  });
  file.write("\n]}\n");
  return { ...result, blob: file.blob("application/feed+json") };
}
