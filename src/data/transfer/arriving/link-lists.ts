import { CargoError, type Format } from "./cargo-kinds.ts";
import { parseBounded } from "./parse-bounded.ts";
import type { Row } from "./row.ts";

/** Folders that every browser has; they say nothing of what is in them. */
const ROOTS =
  /^(?:bookmarks?(?: bar| toolbar| menu)?|other bookmarks|mobile bookmarks|favou?rites(?: bar)?|imported)$/i;

/** What kind of list of links an HTML file is; null for none. */
export function linkListName(html: string): Format | null {
  const start = html.slice(0, 4_000);
  if (/<!doctype netscape-bookmark-file/i.test(start)) return "bookmarks";
  if (/\btime_added=/i.test(html) && /<h1>\s*(?:unread|read archive)/i.test(html)) {
    return "Pocket (HTML)";
  }
  return /<a\s[^>]*\badd_date=/i.test(html) ? "bookmarks" : null;
}

type Link = { attributes: Record<string, string>; title: string; line: number; about: string };

/**
 * Reads the links of bookmarks as browsers write them, and of Pocket's list. Neither closes its tags, so it is read as
 * HTML; the folders that a bookmark lies in become its tags, Pocket's headings say what was read.
 *
 * @throws CargoError
 */
export function readLinkList(html: string): Row[] {
  const rows: Row[] = [];
  const folders: string[] = [];
  let heading: { isRoot: boolean; text: string } | null = null;
  let link: Link | null = null;
  let isAbout = false;
  let about: Link | null = null;
  let isArchive = false;
  const lineAt = createLineCounter(html);

  const isWhole = parseBounded(html, {
    onopentag: (name, attributes, place) => {
      isAbout = name === "dd";
      if (/^h[1-6]$/.test(name)) {
        // The first heading names the whole, in the language of who wrote it.
        const isRoot = name === "h1" || "personal_toolbar_folder" in attributes;
        heading = { isRoot, text: "" };
      }
      if (name === "dl") folders.push(folderOf(heading));
      if (name === "a") {
        link = { attributes, title: "", line: lineAt(place), about: "" };
      }
    },
    ontext: (text) => {
      if (link) link.title += text;
      else if (isAbout && about) about.about += text;
      else if (heading && folders.length < 100) heading.text += text;
    },
    onclosetag: (name) => {
      if (name === "h1") isArchive = /read archive/i.test(heading?.text ?? "");
      if (name === "dl") folders.pop();
      if (name !== "a" || !link) return;
      about = link;
      const { attributes, title, line } = link;
      const found: Link = link;
      link = null;
      rows.push({
        where: { kind: "line", number: line },
        url: attributes.href,
        title,
        savedAt: attributes.add_date ?? attributes.time_added,
        labels: [...(attributes.tags ?? "").split(","), ...folders],
        isArchived: isArchive || attributes.archived === "1",
        // What describes a bookmark comes after it.
        get description() {
          return found.about;
        },
      });
    },
  });
  if (!isWhole) {
    throw new CargoError({ kind: "tooDeep" });
  }
  return rows;
}

function folderOf(heading: { isRoot: boolean; text: string } | null): string {
  const name = heading?.text.trim() ?? "";
  return heading?.isRoot || ROOTS.test(name) ? "" : name;
}

/** Says on which line a place of a text is; the places must come in order. */
function createLineCounter(text: string): (index: number) => number {
  let line = 1;
  let at = 0;
  return (index) => {
    for (let end = text.indexOf("\n", at); end >= 0 && end < index; end = text.indexOf("\n", at)) {
      line += 1;
      at = end + 1;
    }
    return line;
  };
}
