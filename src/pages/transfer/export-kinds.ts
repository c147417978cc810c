import { editionBase } from "#data/edition/edition-base.ts";
import type { Leaving, LeavingWatch, Workshop } from "#data/transfer/leaving/leaving.ts";
import type { SavedRecord } from "#model/saved.ts";
import type { Speech } from "#ui/messages/messages.tsx";
import { datedName, instantNow } from "./hand-over.ts";
import { leavingWords } from "./leaving-words.ts";

/** A file that is made, and what it is called. */
type NamedLeaving = Leaving & { readonly name: string };

/** One kind of file that saved stories leave in. */
export type ExportKind = {
  /** Its messages are named by it. */
  readonly name: "html" | "epub" | "markdown" | "feed" | "bookmarks";
  /** @param speech the file's own words are in its language */
  readonly make: (
    records: readonly SavedRecord[],
    watch: LeavingWatch,
    speech: Speech,
  ) => Promise<NamedLeaving>;
};

export const EXPORT_KINDS: readonly ExportKind[] = [
  {
    name: "html",
    make: async (records, watch, speech) => {
      const { makeHtml } = await import("#data/transfer/leaving/make-html.ts");
      const made = await makeHtml(records, await workshopOf(watch, speech));
      return { ...made, name: datedName("stories", made.ending) };
    },
  },
  {
    name: "epub",
    make: async (records, watch, speech) => {
      const { makeEpub } = await import("#data/transfer/leaving/make-epub.ts");
      const made = await makeEpub(records, await workshopOf(watch, speech), instantNow());
      return { ...made, name: datedName("stories", "epub") };
    },
  },
  {
    name: "markdown",
    make: async (records, watch, speech) => {
      const { makeMarkdown } = await import("#data/transfer/leaving/make-markdown.ts");
      const made = await makeMarkdown(records, await workshopOf(watch, speech));
      return { ...made, name: datedName("markdown", "zip") };
    },
  },
  {
    name: "feed",
    make: async (records, watch, speech) => {
      const { makeFeed } = await import("#data/transfer/leaving/make-lists.ts");
      const made = await makeFeed(records, await workshopOf(watch, speech));
      return { ...made, name: datedName("feed", "json") };
    },
  },
  {
    name: "bookmarks",
    make: async (records, watch, speech) => {
      const { makeBookmarks } = await import("#data/transfer/leaving/make-lists.ts");
      const made = await makeBookmarks(records, {
        ...watch,
        home: home(),
        words: leavingWords(speech),
      });
      return { ...made, name: datedName("bookmarks", "html") };
    },
  },
];

/** The sanitizer comes with it: whatever leaves is as clean as what is shown. */
async function workshopOf(watch: LeavingWatch, speech: Speech): Promise<Workshop> {
  const { cleanElement } = await import("#ui/article-body/clean-element.ts");
  const base = editionBase();
  return {
    ...watch,
    home: home(),
    words: leavingWords(speech),
    clean: ({ body, link }) => cleanElement(body, { baseUrl: link, base, speech }),
  };
}

function home(): string {
  return new URL(editionBase(), location.href).href;
}
