import type { HostileBody } from "./hostile-bodies.ts";

/** Ways of writing a mark in which a filter that looks for words does not find it, and a browser does. */
const WRITINGS: readonly [name: string, write: (mark: string) => string][] = [
  ["in mixed case", (mark) => alternate(mark)],
  ["with a form feed", (mark) => mark.replace(" ", "\f")],
  ["with a slash for a space", (mark) => mark.replace(" ", "/")],
  ["with an attribute before", (mark) => mark.replace(" ", ' x="&gt;" ')],
  ["with a quotation that is not closed before", (mark) => mark.replace(" ", " x=' ' y=\" ")],
  ["after a bracket", (mark) => `<${mark}`],
  ["after a lone end", (mark) => `</p/></x>${mark}`],
  ["after a comment that is none", (mark) => `<!-${mark}`],
  ["after an end that is none", (mark) => `</ ${mark}`],
  ["after a question", (mark) => `<?${mark}`],
  ["behind an unfinished entity", (mark) => `&#x26;&#x3c${mark}`],
  ["twice encoded beside itself", (mark) => `${encode(encode(mark))}${mark}`],
  ["encoded beside itself", (mark) => `${encode(mark)}${mark}`],
  ["inside of an attribute that ends", (mark) => `<p title='x'${mark}'>x</p>`],
  ["in a doctype", (mark) => `<!doctype x "${mark}">${mark}`],
  ["split by a byte order mark", (mark) => `\ufeff${mark}\ufeff`],
  ["after a right-to-left override", (mark) => `\u202e${mark}\u202c`],
  ["after a soft hyphen in its words", (mark) => mark.replace("alert", "al\u00adert") + mark],
];

const MARKS = [
  "<img src=https://evil.invalid/x onerror=alert(1)>",
  "<svg onload=alert(1)></svg>",
  "<body onload=alert(1)>",
  "<input autofocus onfocus=alert(1)>",
  "<iframe src=javascript:alert(1)></iframe>",
  "<details open ontoggle=alert(1)><summary>x</summary></details>",
  "<video src=x onerror=alert(1)></video>",
];

/** Every mark in every writing. */
export function evasions(): HostileBody[] {
  return MARKS.flatMap((mark) =>
    WRITINGS.map(([writing, write]) => ({
      name: `evasion: ${mark.slice(1, 7).trim()}, ${writing}`,
      html: write(mark),
    })),
  );
}

function alternate(text: string): string {
  const letters = [...text].map((letter, at) => (at % 2 ? letter.toUpperCase() : letter));
  // JavaScript's names are not spelt in any case.
  return letters.join("").replace(/alert/i, "alert");
}

function encode(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
