import type { ProgramFormat } from "./cargo-kinds.ts";
import type { Row } from "./row.ts";

/** One kind of table: known by the names of its columns. */
export type TableFormat = {
  readonly name: ProgramFormat;
  readonly columns: readonly string[];
  readonly row: (get: (name: string) => string) => Omit<Row, "where">;
};

const INSTAPAPER_STATES = new Set(["unread", "archive", "starred"]);

/** The tables that other programs write. */
export const TABLE_FORMATS: readonly TableFormat[] = [
  {
    name: "Pocket (CSV)",
    columns: ["title", "url", "time_added", "status"],
    row: (get) => ({
      url: get("url"),
      // Where it knew no title it wrote the address.
      title: get("title") === get("url") ? "" : get("title"),
      savedAt: get("time_added"),
      labels: get("tags").split("|"),
      isArchived: get("status").trim().toLowerCase() === "archive",
      isFavourite: get("favorite") === "1",
    }),
  },
  {
    name: "Instapaper (CSV)",
    columns: ["url", "title", "selection", "folder"],
    row: (get) => {
      const folder = get("folder").trim();
      const state = folder.toLowerCase();
      const isState = INSTAPAPER_STATES.has(state);
      return {
        url: get("url"),
        title: get("title"),
        description: get("selection"),
        savedAt: get("timestamp"),
        labels: [...listOf(get("tags")), ...(isState || folder === "" ? [] : [folder])],
        isArchived: state === "archive",
        isFavourite: state === "starred",
      };
    },
  },
  {
    name: "Readwise Reader (CSV)",
    columns: ["title", "url", "id", "document tags", "saved date", "location"],
    row: (get) => {
      const location = get("location").trim().toLowerCase();
      return {
        url: get("url"),
        title: get("title"),
        savedAt: get("saved date"),
        labels: [...listOf(get("document tags")), ...(location === "shortlist" ? [location] : [])],
        isArchived: location === "archive",
        isRead: Number.parseFloat(get("reading progress")) >= 1,
        progress: get("reading progress"),
      };
    },
  },
];

/** Reads a list out of one field: JSON, Python's way of writing one, or words between commas. */
function listOf(field: string): string[] {
  const text = field.trim();
  if (text.startsWith("[")) {
    const list = attempt(text) ?? attempt(text.replaceAll("'", '"'));
    if (list) return list.map(String);
  }
  return text.replace(/^\[|\]$/g, "").split(",");
}

function attempt(text: string): unknown[] | null {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value : null;
  } catch {
    return null;
  }
}
