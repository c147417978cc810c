import type { KeptFiles } from "#data/offline/kept-shelf.ts";
import { cancel, goOn, keep, pause } from "#data/offline/offline.ts";
import type { KeepWork, Offer } from "#data/offline/offline-keeper.ts";
import { sizeWords } from "#ui/story/save-words.ts";

const LINK = "min-h-11 min-w-11 underline decoration-accent underline-offset-4 hover:text-ink";

export function storyWords(count: number): string {
  return count === 1 ? "1 story" : `${count.toLocaleString("en-GB")} stories`;
}

/** How large what was chosen is, and the word that fetches it. */
export function OfferWords({ offer, kept }: { offer: Offer; kept: KeptFiles }) {
  const { plan, choice, lacking } = offer;
  const left =
    plan.left === 0
      ? ""
      : ` ${storyWords(plan.left)} more would not fit into ${choice.megabytes} MB.`;
  if (plan.stories.length === 0) {
    return (
      <p>There is nothing to keep: no story is meant that is not read or saved already.{left}</p>
    );
  }
  const all = `${storyWords(plan.stories.length)}, ${sizeWords(plan.textBytes + plan.pictureBytes)}: ${sizeWords(plan.textBytes)} of text and ${sizeWords(plan.pictureBytes)} of pictures.`;
  if (lacking.stories === 0 && kept.ids.size === plan.stories.length) {
    return (
      <p className="tabular-nums">
        {all} All of it is here.{left}
      </p>
    );
  }
  return (
    <>
      <p className="tabular-nums">
        {all}
        {lacking.stories === plan.stories.length
          ? null
          : ` ${storyWords(lacking.stories)} of these not here yet: ${sizeWords(lacking.bytes)} to fetch.`}
        {left}
      </p>
      <button
        type="button"
        className="min-h-11 rounded-[3px] bg-ink px-4 text-page"
        onClick={() => void keep(offer)}
      >
        Keep them, {sizeWords(lacking.bytes)}
      </button>
    </>
  );
}

/** How far it is, and how it is held up or ended. */
export function KeepProgress({ work }: { work: Extract<KeepWork, { kind: "keeping" }> }) {
  const { offer, progress, isPaused } = work;
  const { stories, textBytes, pictureBytes } = offer.plan;
  return (
    <>
      <progress
        className="h-1.5 w-full accent-[var(--accent)]"
        aria-label="Stories kept"
        max={stories.length}
        value={progress.stories}
      />
      <p className="tabular-nums">
        {isPaused ? "Paused at " : ""}
        {progress.stories} of {storyWords(stories.length)}, {sizeWords(progress.bytes)} of{" "}
        {sizeWords(textBytes + pictureBytes)}
      </p>
      <div className="flex gap-x-5">
        <button type="button" className={LINK} onClick={isPaused ? goOn : pause}>
          {isPaused ? "Go on" : "Pause"}
        </button>
        <button type="button" className={LINK} onClick={cancel}>
          Cancel
        </button>
      </div>
    </>
  );
}
