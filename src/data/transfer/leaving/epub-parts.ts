import { escapeHtml } from "#data/transfer/escape-html.ts";
import type { Article } from "#model/article.ts";
import type { LeavingWords } from "./leaving.ts";

/** One story of a book. */
export type Chapter = {
  readonly file: string;
  readonly title: string;
  readonly authors: readonly string[];
  /** A BCP 47 tag; empty where it is not known. */
  readonly language: string;
  readonly hasMath: boolean;
};
export type BookPicture = { readonly file: string; readonly type: string };

export const CONTAINER = `<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
  <rootfiles>
    <rootfile full-path="book/content.opf" media-type="application/oebps-package+xml"/>
  </rootfiles>
</container>
`;

export const BOOK_STYLE = `img { max-width: 100%; height: auto; }
pre { white-space: pre-wrap; }
td, th { padding: 0.2em 0.6em 0.2em 0; text-align: start; vertical-align: top; }
.facts { font-size: 0.85em; }
`;

const XHTML = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"`;

/** Writes a story as XHTML; its text must be XML already. */
export function writeChapter(
  article: Article,
  text: {
    readonly xml: string;
    readonly direction: "ltr" | "rtl";
    readonly address: string;
    readonly byline: string;
    readonly words: LeavingWords;
  },
): string {
  const { words, direction } = text;
  const language = article.language ? inLanguage(article.language) : "";
  const title = article.title
    ? `<title>${inXml(article.title)}</title>`
    : `<title${inLanguage(words.language)}>${inXml(words.untitled)}</title>`;
  return `${XHTML}${language} dir="${direction}">
<head>
${title}
<link rel="stylesheet" type="text/css" href="style.css"/>
</head>
<body>
<h1>${inXml(article.title)}</h1>
${article.description ? `<p><em>${inXml(article.description)}</em></p>` : ""}
<p class="facts">${inXml(text.byline)} <a href="${inXml(text.address)}"${inLanguage(words.language)} dir="${words.direction}">${inXml(words.original)}</a></p>
${text.xml}
</body>
</html>
`;
}

/** Writes the book's contents, which is its first page too. */
export function writeContents(
  title: string,
  chapters: readonly Chapter[],
  words: LeavingWords,
): string {
  const items = chapters.map(({ file, title, language }) =>
    title
      ? `<li><a href="${file}"${inLanguage(language)} dir="auto">${inXml(title)}</a></li>`
      : `<li><a href="${file}">${inXml(words.untitled)}</a></li>`,
  );
  return `${XHTML}${inLanguage(words.language)} dir="${words.direction}">
<head><title>${inXml(title)}</title></head>
<body>
<nav epub:type="toc" id="toc">
<h1>${inXml(title)}</h1>
<ol>
${items.join("\n")}
</ol>
</nav>
</body>
</html>
`;
}

/** Writes the package document: EPUB 3.2, section 3. */
export function writePackage(book: {
  readonly id: string;
  readonly title: string;
  readonly language: string;
  readonly now: string;
  readonly chapters: readonly Chapter[];
  readonly pictures: readonly BookPicture[];
  readonly words: LeavingWords;
}): string {
  const { id, title, language, now, chapters, pictures, words } = book;
  const authors = [...new Set(chapters.flatMap((chapter) => chapter.authors))].slice(0, 50);
  const items = [
    `<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>`,
    `<item id="style" href="style.css" media-type="text/css"/>`,
    ...chapters.map(
      ({ file, hasMath }, at) =>
        `<item id="c${at + 1}" href="${file}" media-type="application/xhtml+xml"${hasMath ? ' properties="mathml"' : ""}/>`,
    ),
    ...pictures.map(
      ({ file, type }, at) => `<item id="p${at + 1}" href="${file}" media-type="${type}"/>`,
    ),
  ];
  return `<?xml version="1.0" encoding="UTF-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="${inXml(words.language)}" dir="${words.direction}">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="id">${inXml(id)}</dc:identifier>
<dc:title>${inXml(title)}</dc:title>
<dc:language>${inXml(language)}</dc:language>
${authors.map((name) => `<dc:creator>${inXml(name)}</dc:creator>`).join("\n")}
<meta property="dcterms:modified">${now}</meta>
</metadata>
<manifest>
${items.join("\n")}
</manifest>
<spine>
<itemref idref="nav"/>
${chapters.map((_, at) => `<itemref idref="c${at + 1}"/>`).join("\n")}
</spine>
</package>
`;
}

/** What XML can't hold at all, escaped or not, is left out (XML 1.0, section 2.2). */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out.
const NO_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu;

export function asXml(text: string): string {
  return text.replace(NO_XML, "");
}

function inLanguage(language: string): string {
  return ` lang="${inXml(language)}" xml:lang="${inXml(language)}"`;
}

function inXml(text: string): string {
  return escapeHtml(asXml(text));
}
