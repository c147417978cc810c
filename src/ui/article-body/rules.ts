import type { SayDrawn } from "./drawn-words.ts";
import type { Place } from "./url.ts";

/** What holds for one article. */
export type Rules = Place & {
  /** Whether pictures from elsewhere are shown, or become links that ask nothing of anybody until followed. */
  readonly pictures: "show" | "link";
  /** What the app itself says in it. */
  readonly say: SayDrawn;
};
