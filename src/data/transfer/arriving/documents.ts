import { escapeHtml } from "#data/transfer/escape-html.ts";
import type { ProgramFormat } from "./cargo-kinds.ts";
import type { Row } from "./row.ts";

type Fields = Readonly<Record<string, unknown>>;

/** One kind of JSON document: `entriesOf` gives its entries, or null where it is of another kind. */
export type DocumentFormat = {
  readonly name: ProgramFormat;
  readonly entriesOf: (value: unknown) => readonly unknown[] | null;
  readonly row: (entry: Fields) => Omit<Row, "where">;
};

/** The documents that other programs write, the most particular first. */
export const DOCUMENT_FORMATS: readonly DocumentFormat[] = [
  {
    name: "JSON Feed",
    entriesOf: (value) => {
      const { version, items } = fieldsOf(value);
      const isFeed = typeof version === "string" && version.includes("jsonfeed.org/version/1");
      return isFeed && Array.isArray(items) ? items : null;
    },
    row: (item) => {
      const own = fieldsOf(item._offprint);
      return {
        url: item.url ?? item.external_url,
        key: typeof item.id === "string" ? item.id : JSON.stringify(item).slice(0, 2_000),
        title: item.title,
        description: item.summary,
        html: item.content_html ?? paragraphsOf(item.content_text),
        savedAt: own.saved_at,
        published: item.date_published,
        labels: [...listIn(own.labels), ...listIn(item.tags)],
        authors: [...listIn(item.authors), item.author].map((author) => fieldsOf(author).name),
        language: item.language,
        isArchived: own.archived === true,
      };
    },
  },
  {
    name: "Karakeep (JSON)",
    entriesOf: (value) => {
      const { bookmarks } = fieldsOf(value);
      return Array.isArray(bookmarks) ? bookmarks : null;
    },
    row: (bookmark) => {
      const content = fieldsOf(bookmark.content);
      return {
        url: content.url,
        title: bookmark.title ?? content.title,
        description: bookmark.note,
        savedAt: bookmark.createdAt,
        labels: listIn(bookmark.tags).map(nameOf),
        isArchived: bookmark.archived === true,
        isFavourite: bookmark.favourited === true,
        // A note has no address; it is its text.
        ...(content.type === "text" && typeof content.text === "string"
          ? { key: content.text, html: paragraphsOf(content.text) }
          : {}),
      };
    },
  },
  {
    name: "wallabag (JSON)",
    entriesOf: (value) =>
      Array.isArray(value) && value.slice(0, 5).some((entry) => "is_archived" in fieldsOf(entry))
        ? value
        : null,
    row: (entry) => ({
      url: entry.url ?? entry.given_url,
      title: entry.title,
      savedAt: entry.created_at,
      published: entry.published_at,
      authors: listIn(entry.published_by),
      labels: listIn(entry.tags).map(nameOf),
      html: entry.content,
      language: entry.language,
      isArchived: Boolean(entry.is_archived),
      isFavourite: Boolean(entry.is_starred),
    }),
  },
];

/** Gives the fields of what may be anything; none where it is no object. */
export function fieldsOf(value: unknown): Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value))
    : {};
}

export function listIn(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** A tag is written as its name, or as an object that has one. */
export function nameOf(tag: unknown): unknown {
  const { name, label } = fieldsOf(tag);
  return name ?? label ?? tag;
}

/** Plain text as HTML: nothing in it is markup. */
function paragraphsOf(text: unknown): string | undefined {
  if (typeof text !== "string") return undefined;
  return escapeHtml(text)
    .split(/\n\s*\n/)
    .filter((part) => part.trim() !== "")
    .map((part) => `<p>${part.trim()}</p>`)
    .join("\n");
}
