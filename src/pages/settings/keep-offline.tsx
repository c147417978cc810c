import { useEffect, useRef, useState } from "react";
import { EditionError } from "#data/edition/edition-error.ts";
import { keepNothing, useOffline } from "#data/offline/offline.ts";
import type { KeepWork } from "#data/offline/offline-keeper.ts";
import { FIRST_CHOICE, type KeepChoice } from "#model/keep-offline.ts";
import { sizeWords } from "#ui/story/save-words.ts";
import { KeepForm } from "./keep-form.tsx";
import { KeepProgress, OfferWords, storyWords } from "./keep-words.tsx";

const LINK = "min-h-11 underline decoration-accent underline-offset-4 hover:text-ink";

/** What is kept on this device before it is opened: chosen, measured, fetched, taken back. */
export function KeepOffline() {
  const { choice, kept, work, offer } = useOffline();
  const [draft, setDraft] = useState<KeepChoice | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (location.hash === "#offline") heading.current?.scrollIntoView({ block: "start" });
  }, []);
  const wanted = draft ?? choice ?? FIRST_CHOICE;
  const isKeeping = work.kind === "keeping";
  return (
    <section aria-labelledby="offline" className="mt-10 border-t border-rule pt-6">
      <h2
        ref={heading}
        id="offline"
        className="scroll-mt-6 font-serif text-head font-medium tracking-tight"
      >
        Keep offline
      </h2>
      <p className="mt-2 mb-5 text-soft">
        Stories on this device before you open them, for where there is no network. You see how
        large they are before anything is fetched. What you save is kept apart, and goes first where
        space is short.
      </p>
      {isKeeping ? null : (
        <KeepForm
          choice={wanted}
          onChange={setDraft}
          isLooking={work.kind === "looking"}
          onLook={() => void offer(wanted)}
        />
      )}
      <div role="status" className="mt-3 space-y-2">
        {work.kind === "offered" && isSame(work.offer.choice, wanted) ? (
          <OfferWords offer={work.offer} kept={kept} />
        ) : null}
        {isKeeping ? <KeepProgress work={work} /> : null}
        {draft === null || work.kind === "ended" ? <Told work={work} /> : null}
      </div>
      {isKeeping || (choice === null && kept.ids.size === 0) ? null : (
        <p className="mt-3 flex flex-wrap items-center gap-x-5 border-t border-rule pt-2">
          <span className="tabular-nums">
            Kept now: {storyWords(kept.ids.size)}, {sizeWords(kept.bytes)}
          </span>
          <button
            type="button"
            className={LINK}
            onClick={() => {
              setDraft(null);
              void keepNothing();
            }}
          >
            Keep nothing offline
          </button>
        </p>
      )}
    </section>
  );
}

function isSame(choice: KeepChoice, other: KeepChoice): boolean {
  return JSON.stringify(choice) === JSON.stringify(other);
}

/** What came of it, or why nothing did. */
function Told({ work }: { work: KeepWork }) {
  if (work.kind === "busy") return <p>Another tab is keeping stories at this moment.</p>;
  if (work.kind === "failed") return <p className="text-accent">{failureWords(work.error)}</p>;
  if (work.kind !== "ended") return null;
  const { end, missing } = work.outcome;
  return (
    <p className={end === "done" || end === "cancelled" ? "" : "text-accent"}>
      {
        {
          done:
            missing === 0
              ? "All of it is here."
              : `${storyWords(missing)} could not be had whole. Look again later.`,
          full: "This device has no more space. What came before that is kept.",
          offline: "The network is gone. What came so far is kept: look again when it is back.",
          denied: "This browser lets the site keep nothing here.",
          cancelled: "Cancelled: what had come was removed again.",
        }[end]
      }
    </p>
  );
}

function failureWords(error: Error): string {
  if (!(error instanceof EditionError)) return `It could not be found out. ${error.message}`;
  if (error.kind === "offline") return "How large it is can’t be found out: there is no network.";
  if (error.kind === "missing" && error.address.startsWith("data/sizes/")) {
    return "This edition does not say how large its stories are: it was published by an older version.";
  }
  return `How large it is could not be found out. ${error.message}`;
}
