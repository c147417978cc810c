/** What a finger that moves over a list is about. */
export type Drag = "undecided" | "swipe" | "pull" | "scroll";

/** A finger that rests trembles by less, in pixels. */
const SLOP_PX = 10;
/** So many times more sideways than up or down: in doubt a list is scrolled. */
const SIDEWAYS = 1.5;
/** A row that was moved so far, in pixels, or by such a part of it, is swiped. */
const SWIPED_PX = 96;
const SWIPED_PART = 0.3;
/** A list that was pulled so far, in pixels, is asked for anew. */
const PULLED_PX = 72;
/** What is pulled follows the finger by such a part, so that one feels that there is no more. */
const PULL_DRAG = 0.45;

/**
 * Says what a finger is about that has moved by `x` and `y` pixels, to the right and down.
 *
 * @param isAtTop whether there is nothing above to be scrolled to.
 */
export function dragOf(x: number, y: number, isAtTop: boolean): Drag {
  const sideways = Math.abs(x);
  const along = Math.abs(y);
  if (Math.max(sideways, along) < SLOP_PX) return "undecided";
  if (sideways > SIDEWAYS * along) return "swipe";
  return isAtTop && y > 0 ? "pull" : "scroll";
}

/** Whether a row of `width` pixels that was moved by `x` stays swiped when it is let go. */
export function isSwiped(x: number, width: number): boolean {
  return Math.abs(x) >= Math.min(SWIPED_PX, width * SWIPED_PART);
}

/** How far, in pixels, what is pulled stands below its place for a finger that has moved down by `y`. */
export function pullOf(y: number): number {
  return Math.max(0, Math.min(y * PULL_DRAG, PULLED_PX * 1.2));
}

/** Whether a list that stands `pull` pixels below its place is asked for anew when it is let go. */
export function isPulled(pull: number): boolean {
  return pull >= PULLED_PX;
}
