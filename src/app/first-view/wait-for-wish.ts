/** Pictures, and films for the sake of their first one. Values hold no bracket: each is written as an entity. */
const ASKING = "<picture\\b[^>]*>.*?</picture>|<video\\b[^>]*>.*?</video>|<img\\b[^>]*>";
const MARKS = new RegExp(ASKING, "gs");
const REMOTE = /\s(?:src|srcset|poster)="[^"]*https:/;

/**
 * Puts what a cleaned body would ask of other hosts into `<noscript>`. A document can't know whether its reader wants
 * that (it is a setting), so the app adds it; without JavaScript it is there at once.
 */
export function waitForWish(html: string): string {
  // No formula has pictures: there, `<noscript>` would be no such thing to a parser.
  return html.replace(MARKS, (mark) => (REMOTE.test(mark) ? `<noscript>${mark}</noscript>` : mark));
}
