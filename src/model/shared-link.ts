/** A link that another app hands over, as the browser's share target says it in an address. */
export type SharedLink = {
  /** `http:` or `https:`. */
  readonly link: string;
  /** Empty where nothing says what it is called. */
  readonly title: string;
};

const LONGEST_LINK = 4_096;
const LONGEST_TITLE = 500;
const LINK = /https?:\/\/[^\s<>"“”„«»]+/i;

/**
 * Reads what was shared. Apps differ in where they put a link: most of Android's put it into the text, behind words.
 *
 * @param search of the address, with `url`, `text` and `title`
 * @returns null where there is no link in it
 */
export function parseSharedLink(search: string): SharedLink | null {
  const params = new URLSearchParams(search);
  const [url = "", text = "", title = ""] = ["url", "text", "title"].map((name) =>
    (params.get(name) ?? "").slice(0, 2 * LONGEST_LINK),
  );
  for (const place of [url, text, title]) {
    const link = linkIn(place);
    if (link !== null) return { link, title: nameIn(title) || nameIn(text) };
  }
  return null;
}

function linkIn(place: string): string | null {
  const found = LINK.exec(place)?.[0].replace(/[.,;:!?…'’]+$/, "") ?? "";
  return found.length <= LONGEST_LINK && URL.canParse(found) ? new URL(found).href : null;
}

/** The words that stand around a link, on one line. */
function nameIn(place: string): string {
  const words = place
    .replace(new RegExp(LINK, "gi"), "")
    .replace(/[\s\p{Cc}\p{Cs}]+/gu, " ")
    .trim();
  return [...words].slice(0, LONGEST_TITLE).join("");
}
