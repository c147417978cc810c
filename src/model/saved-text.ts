/** How much of an article's text is looked through for words. */
const LONGEST_TEXT = 400_000;

const NAMED: ReadonlyMap<string, string> = new Map([
  ["amp", "&"],
  ["apos", "'"],
  ["gt", ">"],
  ["lt", "<"],
  ["nbsp", " "],
  ["quot", '"'],
  ["rsquo", "’"],
  ["shy", ""],
]);

/** The words of an article's HTML, for finding and comparing; what it gives is text, and safe only as such. */
export function textOf(html: string): string {
  return html
    .slice(0, LONGEST_TEXT)
    .replace(/<(script|style|template)\b[^<]{0,20000}<\/\1\s*>/gi, " ")
    .replace(/<[/!a-z][^<>]{0,20000}>/gi, " ")
    .replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,5}));/gi, (all, dec, hex, name) => {
      if (name) return NAMED.get(String(name).toLowerCase()) ?? all;
      const code = dec ? Number(dec) : Number.parseInt(hex, 16);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : all;
    })
    .replace(/\s+/g, " ")
    .trim();
}

/** Writes a text so that neither case nor accents nor the form of quotes matter. */
export function foldText(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").replace(/[’‘]/g, "'").toLowerCase();
}

/** Makes a test for folded text: each of the words begins one of its words. */
export function wordTest(words: string): (folded: string) => boolean {
  const wanted = foldText(words).split(/\s+/u).filter(Boolean);
  return (folded) => wanted.every((word) => beginsAWord(folded, word));
}

function beginsAWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1)) {
    if (at === 0 || !/[\p{L}\p{N}]/u.test(text.charAt(at - 1))) return true;
  }
  return false;
}
