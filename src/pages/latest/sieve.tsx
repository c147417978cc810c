import { type ReactNode, useCallback, useEffect, useState } from "react";
import { readMarks } from "#data/device/device.ts";
import { useMutes } from "#data/device/mutes.ts";
import type { StoryOrder } from "#data/edition/use-order.ts";
import { useSieve } from "#data/edition/use-sieve.ts";
import { COUNTED_WHOLE } from "#data/edition/use-unread.ts";
import { page } from "#model/address.ts";
import type { Summary } from "#model/article.ts";
import { type Filter, showingAll } from "#model/filter.ts";
import { mutedBy } from "#model/mute.ts";
import { failureWords } from "#ui/failure-words.ts";
import { Link } from "#ui/link.tsx";
import { useMessages, useSpeech } from "#ui/messages/messages.tsx";
import { Notice } from "#ui/notice.tsx";
import ways from "#ui/shell/ways.messages.json";
import type { SieveReport } from "./list-ledger.ts";
import { placeAmongShown } from "./place-among-shown.ts";
import messages from "./sieve.messages.json";

/** Takes what was read and what is muted out of a list, and says how many that are. */
export function Sieve({
  order,
  filter,
  now,
  start,
  goal,
  children,
}: {
  order: StoryOrder;
  filter: Filter;
  now: Date;
  /** The number of the story at which the list begins. */
  start: number;
  /** So many are to be there before the list is drawn: the reader stands so far down. */
  goal: number;
  children: (order: StoryOrder | null, report: SieveReport) => ReactNode;
}) {
  const { say } = useMessages(messages);
  const mutes = useMutes();
  // What is read while the list is open stays where it is: nothing goes from under the reader's eyes.
  const [readBefore] = useState(() => readMarks.getSnapshot());
  const { hidesRead = false, showsMuted = false } = filter;
  const judge = useCallback(
    (story: Summary) => {
      if (!showsMuted && mutedBy(mutes, story)) return "muted";
      return hidesRead && readBefore.has(story.id) ? "read" : null;
    },
    [mutes, readBefore, hidesRead, showsMuted],
  );
  const sieved = useSieve(order, judge, now, start);
  const { hidden, isWhole, goOn, error } = sieved;
  const isReady = sieved.order.total > goal || isWhole || goOn !== null;
  // Of a short list it is said how many are hidden, not how many so far.
  const isCounted = order.total > COUNTED_WHOLE || isWhole || goOn !== null;
  useEffect(() => {
    if (!(isReady && isCounted)) sieved.order.loadRest();
  }, [isReady, isCounted, sieved]);
  const count = (hidden.read ?? 0) + (hidden.muted ?? 0);
  return children(isReady ? sieved.order : null, {
    read: hidden.read ?? 0,
    muted: hidden.muted ?? 0,
    isWhole,
    placeNow: (place) => placeAmongShown(sieved.order, sieved.order.pinned.length, place),
    whyMuted: (story) => {
      const by = showsMuted ? mutedBy(mutes, story) : undefined;
      return by && say(by.kind, { label: by.label });
    },
    end: goOn ? <HiddenEnd count={count} error={error} onGoOn={goOn} /> : undefined,
    nothing:
      isWhole && sieved.order.total === 0 ? (
        <NothingLeft filter={filter} count={count} areRead={hidden.read !== undefined} />
      ) : null,
  });
}

/** Stands behind the last row where the list may go on: nobody looks for minutes for what may not be there. */
function HiddenEnd({
  count,
  error,
  onGoOn,
}: {
  count: number;
  error: Error | null;
  onGoOn: () => void;
}) {
  const { say } = useMessages(messages);
  const speech = useSpeech();
  const { say: sayWay } = useMessages(ways);
  return (
    <>
      <span className="block text-base">
        {error ? say("stopped", { reason: failureWords(error, speech) }) : say("soFar", { count })}
      </span>
      <button
        type="button"
        onClick={onGoOn}
        className="min-h-11 text-base underline decoration-accent underline-offset-4"
      >
        {error ? sayWay("tryAgain") : say("further")}
      </button>
    </>
  );
}

function NothingLeft({
  filter,
  count,
  areRead,
}: {
  filter: Filter;
  count: number;
  areRead: boolean;
}) {
  const { say } = useMessages(messages);
  return (
    <Notice
      title={say(areRead ? "allRead" : "allMuted")}
      headingLevel={2}
      actions={
        <Link to={page.latest.to({ ...showingAll(filter), showsMuted: true })}>
          {say("showAll", { count })}
        </Link>
      }
    />
  );
}
