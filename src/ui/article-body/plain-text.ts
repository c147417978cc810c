const ENTITIES = new Map([
  ["amp", "&"],
  ["apos", "'"],
  ["gt", ">"],
  ["lt", "<"],
  ["nbsp", " "],
  ["quot", '"'],
]);

/**
 * Reads the paragraphs of a text out of its HTML, for when the sanitizer can't be had.
 *
 * What it gives is text and must be shown as such: it is no sanitizer.
 */
export function plainParagraphs(html: string): string[] {
  return (
    html
      // What never ends goes to the end: looked for from each beginning anew, it would take minutes.
      .replace(/<(script|style|template)\b[\s\S]*?(?:<\/\1\s*>|$)/gi, "")
      .replace(/<!--[\s\S]*?(?:-->|$)/g, "")
      .replace(/<(?:\/(?:p|div|li|h[1-6]|tr|blockquote|pre|figcaption)|br)\b[^>]*(?:>|$)/gi, "\n\n")
      .replace(/<\/?[a-z][^>]*(?:>|$)/gi, "")
      .split(/\n\s*\n/)
      .map((text) => decodeEntities(text).replace(/\s+/g, " ").trim())
      .filter(Boolean)
  );
}

function decodeEntities(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,5}));/gi, (all, dec, hex, name) => {
    if (name) return ENTITIES.get(String(name).toLowerCase()) ?? all;
    const code = dec ? Number(dec) : Number.parseInt(hex, 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : all;
  });
}
