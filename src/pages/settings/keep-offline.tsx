import { useState } from "react";
import { EditionError } from "#data/edition/edition-error.ts";
import { keepNothing, useOffline } from "#data/offline/offline.ts";
import type { KeepWork } from "#data/offline/offline-keeper.ts";
import { FIRST_CHOICE, type KeepChoice } from "#model/keep-offline.ts";
import { failureWords } from "#ui/failure-words.ts";
import {
  type Messages,
  type Speech,
  useLanguage,
  useMessages,
  useSpeech,
} from "#ui/messages/messages.tsx";
import { Fold } from "#ui/settings/fold.tsx";
import { sizeWords } from "#ui/story/save-words.ts";
import { KeepForm } from "./keep-form.tsx";
import messages from "./keep-offline.messages.json";
import { KeepProgress, OfferWords } from "./keep-words.tsx";

const LINK = "min-h-11 underline decoration-accent underline-offset-4 hover:text-ink";

/** What is kept on this device before it is opened: chosen, measured, fetched, taken back. */
export function KeepOffline() {
  const { say } = useMessages(messages);
  const { locale } = useLanguage();
  const { choice, kept, work, offer } = useOffline();
  const [draft, setDraft] = useState<KeepChoice | null>(null);
  const wanted = draft ?? choice ?? FIRST_CHOICE;
  const isKeeping = work.kind === "keeping";
  return (
    <Fold
      id="offline"
      title={say("title")}
      state={kept.ids.size === 0 ? null : sizeWords(kept.bytes, locale)}
      isOpen={work.kind !== "none"}
    >
      <p className="mb-4 text-small text-faint">{say("about")}</p>
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
            {say("now", { count: kept.ids.size, size: sizeWords(kept.bytes, locale) })}
          </span>
          <button
            type="button"
            className={LINK}
            onClick={() => {
              setDraft(null);
              void keepNothing();
            }}
          >
            {say("nothing")}
          </button>
        </p>
      )}
    </Fold>
  );
}

function isSame(choice: KeepChoice, other: KeepChoice): boolean {
  return JSON.stringify(choice) === JSON.stringify(other);
}

/** What came of it, or why nothing did. */
function Told({ work }: { work: KeepWork }) {
  const speech = useSpeech();
  const { say } = useMessages(messages);
  if (work.kind === "busy") return <p>{say("busy")}</p>;
  if (work.kind === "failed")
    return <p className="text-accent">{whyWords(work.error, say, speech)}</p>;
  if (work.kind !== "ended") return null;
  const { end, missing } = work.outcome;
  return (
    <p className={end === "done" || end === "cancelled" ? "" : "text-accent"}>
      {end === "done" && missing > 0 ? say("missing", { count: missing }) : say(end)}
    </p>
  );
}

function whyWords(
  error: Error,
  say: Messages<keyof (typeof messages)["en"]>["say"],
  speech: Speech,
): string {
  if (!(error instanceof EditionError))
    return say("unknown", { reason: failureWords(error, speech) });
  if (error.kind === "offline") return say("noNetwork");
  if (error.kind === "missing" && error.address.startsWith("data/sizes/")) {
    return say("noSizes");
  }
  return say("unmeasured", { reason: failureWords(error, speech) });
}
