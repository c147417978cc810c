import { useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { useNavigate } from "react-router-dom";
import { readMarks } from "#data/device/device.ts";
import { useMutes } from "#data/device/mutes.ts";
import { findAfter } from "#data/edition/find-after.ts";
import type { StoryOrder } from "#data/edition/use-order.ts";
import { page } from "#model/address.ts";
import type { Filter } from "#model/filter.ts";
import { mutedBy } from "#model/mute.ts";
import { useDeed } from "#ui/keys/deeds.ts";

/** Lets a key go on to the next unread story of the list, after the one of this number. */
export function useNextUnread(
  order: StoryOrder,
  index: number,
  filter: Filter,
  day: string | null,
): void {
  const client = useQueryClient();
  const navigate = useNavigate();
  const mutes = useMutes();
  const goOn = useCallback(async () => {
    const found = await findAfter(
      client,
      order,
      index,
      (story) =>
        !readMarks.isRead(story.id) && (filter.showsMuted === true || !mutedBy(mutes, story)),
    );
    if (!found) return false;
    const { id, digest } = found;
    await navigate(page.article.to(id, filter, day), { state: { digest } });
    return true;
  }, [client, order, index, filter, day, mutes, navigate]);
  useDeed("nextUnread", goOn);
}
