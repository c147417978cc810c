import { Icon, type IconName } from "#ui/shell/icon.tsx";

/** What a swipe does to a row's story. */
export type SwipeDeed = { label: string; icon: IconName; run: () => void };

/** A row that is being swiped: what comes to light beside it. */
export type Swiped = {
  deed: SwipeDeed;
  /** Whether it is done when the finger is lifted. */
  isFar: boolean;
  /** The side at which it comes to light. */
  side: "left" | "right";
  /** What the story has left free, in pixels of the window. */
  place: { left: number; top: number; width: number; height: number };
};

/** Says beside a row that is being swiped what that does. A keyboard and a screen reader have the row's own buttons. */
export function SwipeHint({ swiped: { deed, isFar, side, place } }: { swiped: Swiped }) {
  return (
    <div
      aria-hidden="true"
      dir="ltr"
      className={`fixed z-10 flex items-center overflow-hidden text-small font-semibold whitespace-nowrap ${
        side === "right" ? "flex-row-reverse" : ""
      } ${isFar ? "bg-accent text-page" : "bg-rule text-ink"}`}
      style={place}
    >
      <span className="flex flex-none items-center gap-2 px-5">
        <Icon name={deed.icon} />
        <bdi>{deed.label}</bdi>
      </span>
    </div>
  );
}
