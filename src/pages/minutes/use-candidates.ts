import { useQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { readMarks, useSaved } from "#data/device/device.ts";
import { useMutes } from "#data/device/mutes.ts";
import { collectRows } from "#data/edition/collect-rows.ts";
import { useKeptAt } from "#data/edition/use-news.ts";
import { useOrder } from "#data/edition/use-order.ts";
import { useKeptIds } from "#data/offline/kept-ids.ts";
import type { Summary } from "#model/article.ts";
import { EMPTY_FILTER } from "#model/filter.ts";
import { mutedBy } from "#model/mute.ts";
import { fillQueue, type QueuedStory, type ReadingQueue } from "#model/reading-queue.ts";

/** So many of the newest stories are looked at: of those that are unread a queue is made. */
const LOOKED_AT = 60;

/**
 * Makes a queue of what is unread and saved; null until it is known. Without a network it is made of what is on the
 * device: what is saved, and what is kept offline by choice.
 */
export function useCandidates(minutes: ReadingQueue["minutes"]): ReadingQueue | null {
  const [now] = useState(() => new Date());
  // What is read while the queue is looked at does not change it.
  const [read] = useState(() => readMarks.getSnapshot());
  const { records, isComplete } = useSaved();
  const mutes = useMutes();
  const order = useOrder(EMPTY_FILTER, now);
  const ready = order.status === "ready" ? order : null;
  // The worker has the list, and of its stories those alone that were opened.
  const isAway = useKeptAt() !== null;
  const kept = useKeptIds();
  const newest = useQuery<readonly Summary[]>({
    queryKey: ["newest for a queue", ready?.manifest.edition],
    queryFn: ({ client }) =>
      ready ? collectRows(client, ready, 0, Math.min(ready.total, LOOKED_AT), now) : [],
    enabled: ready !== null,
    networkMode: "offlineFirst",
    retry: false,
  });
  const isThere = isComplete && (newest.data ?? newest.error ?? order.status === "error");
  return useMemo(() => {
    if (!isThere) return null;
    const queued = ({ id, title, minutes }: Summary, isSaved: boolean): QueuedStory => ({
      id,
      title,
      minutes,
      isSaved,
    });
    const saved = records.filter(
      ({ id, archived, link }) => !(archived || read.has(id)) && link === undefined,
    );
    const fresh = (newest.data ?? []).filter(
      (story) => !(read.has(story.id) || mutedBy(mutes, story)) && (!isAway || kept.has(story.id)),
    );
    return fillQueue(
      minutes,
      saved.map(({ summary }) => queued(summary, true)),
      fresh.map((story) => queued(story, false)),
    );
  }, [isThere, records, read, newest.data, mutes, minutes, isAway, kept]);
}
