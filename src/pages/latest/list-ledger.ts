import type { Summary } from "#model/article.ts";

/** What is noted of a list while it is shown, for what is done with many of its rows; changes draw nothing anew. */
export type ListLedger = {
  /** Numbers of the rows that were in sight: the first, and the one behind the last. */
  from: number;
  to: number;
  /** The story of a row; undefined where it is not at hand. */
  storyAt: (index: number) => Summary | undefined;
};

/** What was pressed: the menu of a story, or that of the list (null). */
export type MenuWish = { readonly story: Summary | null; readonly button: HTMLElement };
