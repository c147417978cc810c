import { editionBase } from "#data/edition/edition-base.ts";
import type { Leaving, LeavingWatch, Workshop } from "#data/transfer/leaving/leaving.ts";
import type { SavedRecord } from "#model/saved.ts";
import { datedName, instantNow } from "./hand-over.ts";

/** A file that is made, and what it is called. */
type NamedLeaving = Leaving & { readonly name: string };

/** One kind of file that saved stories leave in. */
export type ExportKind = {
  readonly name: string;
  /** What it holds, and what it is good for. */
  readonly about: string;
  readonly make: (records: readonly SavedRecord[], watch: LeavingWatch) => Promise<NamedLeaving>;
};

export const EXPORT_KINDS: readonly ExportKind[] = [
  {
    name: "Web pages",
    about:
      "A page for each story, with its pictures in it, and a list of them. They open anywhere.",
    make: async (records, watch) => {
      const { makeHtml } = await import("#data/transfer/leaving/make-html.ts");
      const made = await makeHtml(records, await workshopOf(watch));
      return { ...made, name: datedName("stories", made.ending) };
    },
  },
  {
    name: "A book (EPUB)",
    about:
      "One book of all texts and pictures, for reading devices. Links without a text stay out.",
    make: async (records, watch) => {
      const { makeEpub } = await import("#data/transfer/leaving/make-epub.ts");
      const made = await makeEpub(records, await workshopOf(watch), instantNow());
      return { ...made, name: datedName("stories", "epub") };
    },
  },
  {
    name: "Markdown",
    about:
      "A text file for each story, with its facts at its head, and its pictures beside it: for notes, and for publishing again.",
    make: async (records, watch) => {
      const { makeMarkdown } = await import("#data/transfer/leaving/make-markdown.ts");
      const made = await makeMarkdown(records, await workshopOf(watch));
      return { ...made, name: datedName("markdown", "zip") };
    },
  },
  {
    name: "JSON Feed",
    about: "All texts, tags and times in one open format that other readers and programs take in.",
    make: async (records, watch) => {
      const { makeFeed } = await import("#data/transfer/leaving/make-lists.ts");
      const made = await makeFeed(records, await workshopOf(watch));
      return { ...made, name: datedName("feed", "json") };
    },
  },
  {
    name: "Bookmarks",
    about: "The addresses alone, with tags and times, as every browser takes them in.",
    make: async (records, watch) => {
      const { makeBookmarks } = await import("#data/transfer/leaving/make-lists.ts");
      const made = await makeBookmarks(records, { ...watch, home: home() });
      return { ...made, name: datedName("bookmarks", "html") };
    },
  },
];

/** The sanitizer comes with it: whatever leaves is as clean as what is shown. */
async function workshopOf(watch: LeavingWatch): Promise<Workshop> {
  const { cleanElement } = await import("#ui/article-body/clean-element.ts");
  const base = editionBase();
  return {
    ...watch,
    home: home(),
    clean: ({ body, link }) => cleanElement(body, { baseUrl: link, base }),
  };
}

function home(): string {
  return new URL(editionBase(), location.href).href;
}
