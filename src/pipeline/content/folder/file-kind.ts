const PAGE = /\.(?:md|markdown|mdown|html?)$/i;
const HTML = /\.html?$/i;
const UNREAD = /\.(?:org|adoc|asciidoc|ad|rst|pandoc|pdc)$/i;

/** Says whether a path is that of a file with an article in it, readable here or not. */
export function isContentFile(path: string): boolean {
  return PAGE.test(path) || UNREAD.test(path);
}

/** Says whether a path is that of a content file in a markup that Hugo reads and Offprint doesn't. */
export function isUnreadMarkup(path: string): boolean {
  return UNREAD.test(path);
}

/** Says whether a content file's body is HTML, not Markdown. */
export function isHtml(path: string): boolean {
  return HTML.test(path);
}

/** The path of the folder that holds a file; empty for the content folder itself. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(path.lastIndexOf("/"), 0));
}

/** The last part of a path. */
export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

/** A path without the extension of a content file. */
export function stemOf(path: string): string {
  // Of nearly all files: no pattern has to be looked for.
  return path.endsWith(".md") ? path.slice(0, -3) : path.replace(PAGE, "");
}
