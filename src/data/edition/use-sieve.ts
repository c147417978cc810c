import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useCallback, useMemo, useRef, useState } from "react";
import type { Summary } from "#model/article.ts";
import { UNDATED } from "#model/edition.ts";
import type { Ref } from "#model/order.ts";
import { isExpired, storyAt } from "./collect-rows.ts";
import { refKey } from "./order-query.ts";
import type { StoryOrder } from "./use-order.ts";

/** So many stories are shown more after one step, if there are any. */
const STEP = 30;
/** So many are looked at in one step at most: where all of them are hidden the reader says whether to go on. */
const MOST_LOOKED_AT = 300;

/** What a list hides, as far as it was looked at. */
export type Sieved<Reason extends string> = {
  /** The order without what is hidden: it is known as far as somebody has looked. */
  readonly order: StoryOrder;
  readonly hidden: Readonly<Partial<Record<Reason, number>>>;
  /** False while there may be more. */
  readonly isWhole: boolean;
  /** Goes on looking, where too many in a row are hidden for that to happen by itself. */
  readonly goOn: (() => void) | null;
  /** Why no more can be looked at. */
  readonly error: Error | null;
};

type Looked = {
  readonly edition: string;
  readonly rows: readonly { readonly ref: Ref; readonly story: Summary }[];
  /** The number of the first that was not looked at. */
  readonly next: number;
  readonly isVain: boolean;
  readonly error: Error | null;
};

/**
 * Leaves stories out of an order. Only what is shown is looked at, and a little ahead: it costs the same whatever the
 * number of stories is.
 *
 * @param start the number of the first that is wanted: what is before it is no part of the order then
 * @param judge says why a story is hidden; null for one that is shown. It may change: nothing is fetched again then.
 */
export function useSieve<Reason extends string>(
  order: StoryOrder,
  judge: (story: Summary) => Reason | null,
  now: Date,
  start = 0,
): Sieved<Reason> {
  const client = useQueryClient();
  const { edition } = order.manifest;
  const [state, setState] = useState<Looked>(() => nothingOf(edition, start));
  const looked = state.edition === edition ? state : nothingOf(edition, start);
  const isBusy = useRef(false);
  const goOn = useCallback(() => {
    if (isBusy.current) return;
    isBusy.current = true;
    void look(client, order, looked, judge, now).then((next) => {
      isBusy.current = false;
      setState(next);
    });
  }, [client, order, looked, judge, now]);
  return useMemo(() => {
    const hidden: Partial<Record<Reason, number>> = {};
    const isShown = (story: Summary) => {
      const reason = judge(story);
      if (reason !== null) hidden[reason] = (hidden[reason] ?? 0) + 1;
      return reason === null;
    };
    const due = start > 0 ? [] : order.due.filter(isShown);
    const shown = looked.rows.filter(({ story }) => isShown(story));
    const isAtEnd = looked.next >= order.order.total;
    const isWhole = start === 0 && isAtEnd;
    const isWaiting = !(isAtEnd || looked.isVain || looked.error);
    return {
      order: {
        ...order,
        due,
        pinned: order.pinned.filter((story) => judge(story) === null),
        // A row more, which asks for the rest when it comes near.
        total: due.length + shown.length + (isWaiting ? 1 : 0),
        known: new Map(shown.map(({ ref, story }) => [refKey(ref), story])),
        order: {
          total: shown.length,
          refAt: (index) => shown[index]?.ref ?? null,
          indexOf: ({ month, place }) =>
            shown.findIndex(({ ref }) => ref.month === month && ref.place === place),
          newerThan: ({ month, place }) =>
            shown.filter(({ ref }) => {
              if (ref.month === month) return ref.place > place;
              return ref.month !== UNDATED && ref.month > month;
            }).length,
        },
        loadRest: goOn,
      },
      hidden,
      isWhole,
      goOn: isAtEnd || isWaiting ? null : goOn,
      error: looked.error,
    };
  }, [order, looked, judge, goOn, start]);
}

function nothingOf(edition: string, start: number): Looked {
  return { edition, rows: [], next: start, isVain: false, error: null };
}

async function look(
  client: QueryClient,
  order: StoryOrder,
  before: Looked,
  judge: (story: Summary) => string | null,
  now: Date,
): Promise<Looked> {
  const rows = [...before.rows];
  const looked = { ...before, rows, isVain: false, error: null };
  const end = Math.min(order.order.total, before.next + MOST_LOOKED_AT);
  let found = 0;
  try {
    for (; looked.next < end && found < STEP; looked.next++) {
      const ref = order.order.refAt(looked.next);
      if (!ref) {
        order.loadRest();
        return looked;
      }
      const story = await storyAt(client, order, ref);
      if (!story || isExpired(story, now)) continue;
      rows.push({ ref, story });
      if (judge(story) === null) found++;
    }
  } catch (error) {
    return { ...looked, error: asError(error) };
  }
  return { ...looked, isVain: found === 0 && end < order.order.total };
}

function asError(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new Error(String(thrown));
}
