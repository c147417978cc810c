import { Suspense } from "react";
import { deviceStorage } from "#data/device/device.ts";
import { storageKey } from "#data/device/storage-keys.ts";
import { type FreshStories, useNews } from "#data/edition/use-news.ts";
import type { StoryOrder } from "#data/edition/use-order.ts";
import type { Filter } from "#model/filter.ts";
import { useMessages } from "#ui/messages/messages.tsx";
import { createPart } from "#ui/part.tsx";
import messages from "./list-news.messages.json";

// Few keep something; they alone load what does it.
const KeepWatch = createPart(async () => (await import("./keep-watch.tsx")).KeepWatch);

/** What has happened since the list was opened, said in its head: nothing moves until the reader says so. */
export function ListNews({ order, filter }: { order: StoryOrder; filter: Filter }) {
  const news = useNews(order, filter);
  const isKeeping = deviceStorage.get(storageKey.offline()) !== null;
  return (
    <>
      {/* It hangs from the head, where a list has no words at its top: no row moves for it. */}
      <span aria-live="polite" className="absolute end-4 top-full wide:end-6">
        {news ? <NewsButton news={news} /> : null}
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
      className="min-h-11 rounded-b-[3px] border border-t-0 border-rule bg-raised px-4 font-semibold text-accent"
      onClick={() => {
        news.show();
        document.getElementById("list-pane")?.scrollTo({ top: 0 });
      }}
    >
      {say(isMore ? "more" : "fresh", { count })}
    </button>
  );
}
