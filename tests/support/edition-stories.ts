import { createHash } from "node:crypto";
import type { Article } from "#model/article.ts";
import type { DocumentMaker } from "#pipeline/edition/document-maker.ts";
import type { Content, Story } from "#pipeline/story.ts";

/** The id of the content file at a path. */
export function idOf(path: string): string {
  return createHash("sha256").update(path).digest("hex").slice(0, 20);
}

/** A story of which only what matters to the test is said. */
export function story(
  path: string,
  article: Partial<Article> = {},
  rest: Partial<Omit<Story, "article" | "path">> = {},
): Story {
  return {
    path,
    article: {
      v: 1,
      id: idOf(path),
      title: `Story ${path}`,
      date: "2026-01-13T09:40:00Z",
      tags: [],
      excerpt: "",
      minutes: 1,
      authors: [],
      words: 2,
      body: `<p>Text of ${path}.</p>`,
      translations: [],
      related: [],
      ...article,
    },
    isListed: true,
    pin: null,
    aliases: [],
    resources: [],
    remarks: [],
    ...rest,
  };
}

/** A content folder that holds these stories. */
export function contentOf(
  stories: readonly Story[],
  sections: ReadonlyMap<string, string> = new Map(),
): Content {
  return {
    sections,
    count: stories.length,
    stories: async function* () {
      yield* stories;
    },
  };
}

export const documents: DocumentMaker = {
  index: ({ manifest, headText }) =>
    `<title>${manifest.title} ${manifest.edition}</title>${headText}`,
  article: ({ title, body }, { digest }) => [
    Buffer.from("<h1>"),
    `${title}</h1>${body}`,
    Buffer.from(`<!-- ${digest} -->`),
  ],
  text: ({ body }) => body,
  alias: (id) => `<a href="${id}">moved</a>`,
};
