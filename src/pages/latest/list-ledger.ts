import type { ReactNode } from "react";
import type { Summary } from "#model/article.ts";
import type { ListPlace } from "#model/list-place.ts";
import type { Ref } from "#model/order.ts";

/** What is noted of a list while it is shown, for what is done with many of its rows; changes draw nothing anew. */
export type ListLedger = {
  /** Numbers of the rows that were in sight: the first, and the one behind the last. */
  from: number;
  to: number;
  /** The story of a row; undefined where it is not at hand. */
  storyAt: (index: number) => Summary | undefined;
  /** Where the story of a row stands in the edition; null for one that it does not list there. */
  refAt: (index: number) => Ref | null;
};

/** What was pressed: the menu of a story, or that of the list (null). */
export type MenuWish = { readonly story: Summary | null; readonly button: HTMLElement };

/** What is hidden in a list. */
export type SieveReport = {
  readonly read: number;
  readonly muted: number;
  /** Where a place is that was left before more was hidden. */
  readonly placeNow: (place: ListPlace) => ListPlace;
  /** False while there may be more. */
  readonly isWhole: boolean;
  /** Why a story that is shown all the same would be hidden. */
  readonly whyMuted: (story: Summary) => string | undefined;
  /** What stands behind the last row, where the list may go on. */
  readonly end: ReactNode;
  /** What stands in the place of a list of which all is hidden. */
  readonly nothing: ReactNode;
};
