import { useEffect, useState } from "react";
import { useLocation } from "react-router-dom";
import { useReadMarks, useSetting } from "#data/device/device.ts";
import { type StoryOrder, useOrder } from "#data/edition/use-order.ts";
import { useUnread } from "#data/edition/use-unread.ts";
import { keepLastPlace } from "#data/last-place.ts";
import { EMPTY_FILTER } from "#model/filter.ts";

/** What an installed app does beside the page: it notes where one is, and its icon says how many stories are unread. */
export function Installed() {
  const { pathname, search } = useLocation();
  useEffect(() => {
    const keep = () => keepLastPlace(pathname + search);
    keep();
    // Where the list is scrolled to is known when one leaves it, and nothing tells that later than this.
    document.addEventListener("visibilitychange", keep);
    return () => document.removeEventListener("visibilitychange", keep);
  }, [pathname, search]);
  const showsBadge = useSetting((settings) => settings.showsBadge);
  return showsBadge ? <Badge /> : <IconNumber count={0} />;
}

function Badge() {
  const [now] = useState(() => new Date());
  const state = useOrder(EMPTY_FILTER, now);
  return state.status === "ready" ? <Unread order={state} /> : null;
}

function Unread({ order }: { order: StoryOrder }) {
  const unread = useUnread(order, useReadMarks());
  return unread ? <IconNumber count={unread.count} /> : null;
}

function IconNumber({ count }: { count: number }) {
  useEffect(() => {
    // Not every browser has it, and it may be forbidden: the icon then stays as it is.
    if (count > 0) void navigator.setAppBadge?.(count).catch(() => undefined);
    else void navigator.clearAppBadge?.().catch(() => undefined);
  }, [count]);
  return null;
}
