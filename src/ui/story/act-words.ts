import type { Act } from "#model/act.ts";
import type { Message } from "#ui/tell.tsx";

/** Says what marked stories, and which. */
export function actWords({ way, mark, title, before }: Act): string {
  const count = before.length;
  const what = count === 1 && title !== undefined ? `“${title}”` : countWords(count);
  switch (way) {
    case "hand":
      return `${what} marked as ${mark}`;
    case "shown":
      return `${what} that the list had shown marked as read`;
    case "above":
      return `${what} above marked as read`;
    case "below":
      return `${what} below marked as read`;
    case "opened":
      return `${what} read`;
    case "scrolled":
      return `${what} marked as read while scrolling`;
  }
}

function countWords(count: number): string {
  return count === 1 ? "1 story" : `${count.toLocaleString("en-GB")} stories`;
}

/** Says what an act did, with the way back; null where nothing was to change. */
export function actMessage(
  named: { readonly name: string; readonly act: Act } | null,
  undo: (name: string) => boolean,
): Message {
  return named
    ? { text: actWords(named.act), undo: () => void undo(named.name) }
    : { text: "They are all marked so already" };
}

/** A number that may grow: where only the beginning of a list was looked at, at least so many. */
export function atLeast(count: number, isWhole: boolean): string {
  return `${count.toLocaleString("en-GB")}${isWhole ? "" : "+"}`;
}
