import type { KeptFiles } from "#data/offline/kept-shelf.ts";
import { cancel, goOn, keep, pause } from "#data/offline/offline.ts";
import type { KeepWork, Offer } from "#data/offline/offline-keeper.ts";
import { useLanguage, useMessages } from "#ui/messages/messages.tsx";
import { sizeWords } from "#ui/story/save-words.ts";
import messages from "./keep-words.messages.json";

const LINK = "min-h-11 min-w-11 underline decoration-accent underline-offset-4 hover:text-ink";

/** So many of them as are chosen, never as gigabytes. */
export function megabytes(count: number, locale: string): string {
  return count.toLocaleString(locale, { style: "unit", unit: "megabyte", unitDisplay: "short" });
}

/** How large what was chosen is, and the word that fetches it. */
export function OfferWords({ offer, kept }: { offer: Offer; kept: KeptFiles }) {
  const { say } = useMessages(messages);
  const { locale } = useLanguage();
  const { plan, choice, lacking } = offer;
  const left =
    plan.left === 0
      ? ""
      : say("left", { count: plan.left, size: megabytes(choice.megabytes, locale) });
  if (plan.stories.length === 0) {
    return (
      <p>
        {say("nothing")}
        {left}
      </p>
    );
  }
  const all = say("all", {
    count: plan.stories.length,
    size: sizeWords(plan.textBytes + plan.pictureBytes, locale),
    text: sizeWords(plan.textBytes, locale),
    pictures: sizeWords(plan.pictureBytes, locale),
  });
  if (lacking.stories === 0 && kept.ids.size === plan.stories.length) {
    return (
      <p className="tabular-nums">
        {all}
        {say("here")}
        {left}
      </p>
    );
  }
  return (
    <>
      <p className="tabular-nums">
        {all}
        {lacking.stories === plan.stories.length
          ? null
          : say("lacking", { count: lacking.stories, size: sizeWords(lacking.bytes, locale) })}
        {left}
      </p>
      <button
        type="button"
        className="min-h-11 rounded-[3px] bg-ink px-4 text-page"
        onClick={() => void keep(offer)}
      >
        {say("keep", { size: sizeWords(lacking.bytes, locale) })}
      </button>
    </>
  );
}

/** How far it is, and how it is held up or ended. */
export function KeepProgress({ work }: { work: Extract<KeepWork, { kind: "keeping" }> }) {
  const { say } = useMessages(messages);
  const { locale } = useLanguage();
  const { offer, progress, isPaused } = work;
  const { stories, textBytes, pictureBytes } = offer.plan;
  return (
    <>
      <progress
        className="h-1.5 w-full accent-[var(--accent)]"
        aria-label={say("progress")}
        max={stories.length}
        value={progress.stories}
      />
      <p className="tabular-nums">
        {say("soFar", {
          paused: isPaused ? "yes" : "no",
          done: progress.stories,
          count: stories.length,
          size: sizeWords(progress.bytes, locale),
          whole: sizeWords(textBytes + pictureBytes, locale),
        })}
      </p>
      <div className="flex gap-x-5">
        <button type="button" className={LINK} onClick={isPaused ? goOn : pause}>
          {say(isPaused ? "goOn" : "pause")}
        </button>
        <button type="button" className={LINK} onClick={cancel}>
          {say("cancel")}
        </button>
      </div>
    </>
  );
}
