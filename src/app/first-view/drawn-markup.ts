const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#x27;",
};

/** Writes a text so that it stands as itself in HTML, as content and in an attribute in double quotes. */
export function escapeText(text: string): string {
  return text.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? "");
}

/** Writes JSON for an attribute in single quotes, in which it stays short. */
export function escapeQuoted(json: string): string {
  return json.replace(/[&<']/g, (character) => ENTITIES[character] ?? "");
}

/** Takes out of drawn HTML what only the router's other modes read, and words for deeds that need the app. */
export function trimMarkup(html: string): string {
  return html
    .replaceAll(' data-discover="true"', "")
    .replace(/ aria-label="[^"]*: show only this tag"/g, "");
}
