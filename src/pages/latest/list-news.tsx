import { Suspense } from "react";
import { deviceStorage } from "#data/device/device.ts";
import { storageKey } from "#data/device/storage-keys.ts";
import { type FreshStories, useKeptAt, useNews } from "#data/edition/use-news.ts";
import type { StoryOrder } from "#data/edition/use-order.ts";
import type { Filter } from "#model/filter.ts";
import { useMessages } from "#ui/messages/messages.tsx";
import { createPart } from "#ui/part.tsx";
import { useCalendar } from "#ui/when.tsx";
import messages from "./list-news.messages.json";

// Few keep something; they alone load what does it.
const KeepWatch = createPart(async () => (await import("./keep-watch.tsx")).KeepWatch);

/** What has happened since the list was opened, said in its head: nothing moves until the reader says so. */
export function ListNews({ order, filter }: { order: StoryOrder; filter: Filter }) {
  const news = useNews(order, filter);
  const keptAt = useKeptAt();
  const isKeeping = deviceStorage.get(storageKey.offline()) !== null;
  return (
    <>
      <span aria-live="polite" className="min-w-0 leading-tight">
        {news ? <NewsButton news={news} /> : keptAt === null ? null : <Age keptAt={keptAt} />}
      </span>
      {isKeeping ? (
        <Suspense>
          <KeepWatch edition={order.manifest.edition} />
        </Suspense>
      ) : null}
    </>
  );
}

function NewsButton({ news }: { news: FreshStories }) {
  const { say } = useMessages(messages);
  const { count, isMore } = news;
  return (
    <button
      type="button"
      className="min-h-11 text-start leading-tight font-semibold text-accent underline underline-offset-4"
      onClick={() => {
        news.show();
        document.getElementById("list-pane")?.scrollTo({ top: 0 });
      }}
    >
      {say(isMore ? "more" : "fresh", { count })}
    </button>
  );
}

/** Of when a list is that did not come from the network. */
function Age({ keptAt }: { keptAt: string }) {
  const { say } = useMessages(messages);
  const calendar = useCalendar();
  const isToday = calendar.isSameDay(keptAt, new Date().toISOString());
  return say("asOf", { when: isToday ? calendar.time(keptAt) : calendar.long(keptAt) });
}
