import { useState } from "react";
import { useReadMarks } from "#data/device/device.ts";
import { useNamedViews } from "#data/device/views.ts";
import { type StoryOrder, useOrder } from "#data/edition/use-order.ts";
import { useUnread } from "#data/edition/use-unread.ts";
import { useIsQuiet } from "#data/quiet.ts";
import { page } from "#model/address.ts";
import { filterFromSearch } from "#model/filter.ts";
import { Link } from "#ui/link.tsx";
import { messagesOf, useMessages, useSpeech } from "#ui/messages/messages.tsx";
import { atLeast } from "#ui/story/act-words.ts";
import messages from "./rail-views.messages.json";

const RAIL_VIEWS = 8;

/** The reader's own filters, as the rail has them. */
export function RailViews() {
  const { say } = useMessages(messages);
  const views = useNamedViews();
  if (views.length === 0) return null;
  return (
    <nav aria-labelledby="rail-views" className="mb-6">
      <h2
        id="rail-views"
        className="pb-2 text-label leading-none font-semibold tracking-[0.09em] text-faint uppercase"
      >
        <Link to={page.views.to()} className="block px-2 hover:text-ink">
          {say("views")}
        </Link>
      </h2>
      <ul>
        {views.slice(0, RAIL_VIEWS).map(({ id, name, search }) => (
          <li key={id}>
            <Link
              to={page.latest.to(filterFromSearch(search))}
              className="flex min-h-11 items-center gap-3 px-2 text-soft hover:text-ink"
            >
              <bdi title={name} className="my-1 line-clamp-2 leading-snug [overflow-wrap:anywhere]">
                {name}
              </bdi>
              <ViewCount search={search} />
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Waits until the page stands: nobody came for a number. */
function ViewCount({ search }: { search: string }) {
  return useIsQuiet() ? <Ordered search={search} /> : null;
}

function Ordered({ search }: { search: string }) {
  const [now] = useState(() => new Date());
  const state = useOrder(filterFromSearch(search), now);
  return state.status === "ready" ? <Count order={state} /> : null;
}

function Count({ order }: { order: StoryOrder }) {
  const unread = useUnread(order, useReadMarks());
  const speech = useSpeech();
  if (!unread) return null;
  return (
    <span className="ms-auto text-small text-faint tabular-nums">
      {messagesOf(messages, speech).rich("unread", {
        number: atLeast(unread.count, unread.isWhole, speech),
        s: (words) => <span className="sr-only">{words}</span>,
      })}
    </span>
  );
}
