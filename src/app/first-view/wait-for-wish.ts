/** Pictures, and films for the sake of their first one. Values hold no bracket: each is written as an entity. */
const ASKING = "<picture\\b[^>]*>.*?</picture>|<video\\b[^>]*>.*?</video>|<img\\b[^>]*>";
const MARKS = new RegExp(`<(/?)math\\b[^>]*>|${ASKING}`, "gs");
const REMOTE = /\s(?:src|srcset|poster)="[^"]*https:/;

/**
 * Puts what a cleaned body would ask of other hosts into `<noscript>`. A document can't know whether its reader wants
 * that (it is a setting), so the app adds it; without JavaScript it is there at once.
 */
export function waitForWish(html: string): string {
  let formulas = 0;
  return html.replace(MARKS, (mark, end: string | undefined) => {
    if (end !== undefined) {
      formulas += end ? -1 : 1;
      return mark;
    }
    if (!REMOTE.test(mark)) return mark;
    // In a formula `<noscript>` is no such thing to a parser: what is in it would be asked for. No formula has pictures.
    return formulas > 0 ? "" : `<noscript>${mark}</noscript>`;
  });
}
