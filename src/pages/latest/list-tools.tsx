import { useQueryClient } from "@tanstack/react-query";
import { type ComponentProps, Suspense, useCallback } from "react";
import { useReadMarks } from "#data/device/device.ts";
import type { StoryOrder } from "#data/edition/use-order.ts";
import { useUnread } from "#data/edition/use-unread.ts";
import { page } from "#model/address.ts";
import type { Filter } from "#model/filter.ts";
import { hasTouch } from "#ui/hands/has-touch.ts";
import { useDeed } from "#ui/keys/deeds.ts";
import { Link } from "#ui/link.tsx";
import { messagesOf, useMessages, useSpeech } from "#ui/messages/messages.tsx";
import { createPart } from "#ui/part.tsx";
import { atLeast } from "#ui/story/act-words.ts";
import { useTell } from "#ui/tell.tsx";
import { useListAhead } from "./list-ahead.ts";
import type { ListLedger, MenuWish, SieveReport } from "./list-ledger.ts";
import { ListMenu } from "./list-menu.tsx";
import messages from "./list-tools.messages.json";
import { useListWatch } from "./list-watch.ts";
import { markShown } from "./mark-rows.ts";

// Who has a finger for it.
const ListHands = createPart(async () => (await import("./list-hands.tsx")).ListHands);

/** What stands in the head of the list beside its number: what is unread or hidden, and what one can do with all of it. */
export function ListTools({
  filter,
  words,
  all,
  order,
  report,
  ledger,
  wish,
  onWish,
}: {
  filter: Filter;
  /** The filter in words. */
  words: string;
  /** With what is hidden. */
  all: StoryOrder;
  order: StoryOrder;
  report: SieveReport | null;
  ledger: ListLedger;
  /** Whose menu is open. */
  wish: MenuWish | null;
  onWish: (wish: MenuWish | null) => void;
}) {
  useListWatch(ledger);
  useListAhead(ledger);
  const client = useQueryClient();
  const speech = useSpeech();
  const { say } = messagesOf(messages, speech);
  const tell = useTell();
  const markAll = useCallback(
    () => void markShown(client, order, ledger, speech).then(tell),
    [client, order, ledger, tell, speech],
  );
  useDeed("allShown", markAll);
  const { hidesRead = false, showsMuted = false } = filter;
  return (
    <>
      {hidesRead && report ? (
        <HeadLink
          filter={{ ...filter, hidesRead: false }}
          number={atLeast(report.read, report.isWhole, speech)}
          message="hidden"
          title={report.isWhole ? undefined : say("soFar")}
        />
      ) : (
        <Unread filter={filter} all={all} />
      )}
      {showsMuted ? (
        <HeadLink filter={{ ...filter, showsMuted: false }} message="hideMuted" />
      ) : report && report.muted > 0 ? (
        <HeadLink
          filter={{ ...filter, showsMuted: true }}
          number={atLeast(report.muted, report.isWhole, speech)}
          message="muted"
          title={report.isWhole ? undefined : say("soFar")}
        />
      ) : null}
      <Touched order={order} filter={filter} ledger={ledger} />
      {wish ? (
        <ListMenu
          wish={wish}
          order={order}
          filter={filter}
          words={words}
          seen={ledger}
          onClose={() => onWish(null)}
        />
      ) : null}
    </>
  );
}

function Touched(list: ComponentProps<typeof ListHands>) {
  if (!hasTouch()) return null;
  return (
    <Suspense>
      <ListHands {...list} />
    </Suspense>
  );
}

/** How many are unread; a press hides the others. */
function Unread({ filter, all }: { filter: Filter; all: StoryOrder }) {
  const speech = useSpeech();
  const { say } = messagesOf(messages, speech);
  const unread = useUnread(all, useReadMarks());
  if (!unread) return null;
  const { count, of, isWhole } = unread;
  return (
    <HeadLink
      filter={{ ...filter, hidesRead: true }}
      number={isWhole || count > 0 ? atLeast(count, isWhole, speech) : undefined}
      message={isWhole || count > 0 ? "unread" : "unreadOnly"}
      title={isWhole ? say("hideRead") : say("ofNewest", { count, of })}
    />
  );
}

function HeadLink({
  filter,
  number = "",
  message,
  title,
}: {
  filter: Filter;
  number?: string | undefined;
  message: "hidden" | "muted" | "hideMuted" | "unread" | "unreadOnly";
  title?: string | undefined;
}) {
  const { rich } = useMessages(messages);
  return (
    <Link
      to={page.latest.to(filter)}
      title={title}
      className="inline-flex min-h-11 min-w-11 items-center whitespace-nowrap hover:text-ink hover:underline"
    >
      <span>
        {rich(message, {
          number,
          b: (text) => <b className="font-semibold text-ink tabular-nums">{text}</b>,
        })}
      </span>
    </Link>
  );
}
