import { useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { useReadMarks, useSaved } from "#data/device/device.ts";
import { toggleRead, undoAct } from "#data/device/reading-acts.ts";
import { lookForNews } from "#data/edition/use-news.ts";
import type { StoryOrder } from "#data/edition/use-order.ts";
import { useSaveToggle } from "#data/save-toggle.ts";
import type { Filter } from "#model/filter.ts";
import { failureWords } from "#ui/failure-words.ts";
import { Hands } from "#ui/hands/hands.tsx";
import { swipeDeeds } from "#ui/hands/swipe-deeds.ts";
import { messagesOf, useSpeech } from "#ui/messages/messages.tsx";
import { actMessage } from "#ui/story/act-words.ts";
import { saveMessage } from "#ui/story/save-messages.ts";
import { useTell } from "#ui/tell.tsx";
import messages from "./list-hands.messages.json";
import type { ListLedger } from "./list-ledger.ts";
import newsMessages from "./list-news.messages.json";

/** What a finger does to the list of stories: saves and marks them, and asks for newer ones. */
export function ListHands({
  order,
  filter,
  ledger,
}: {
  order: StoryOrder;
  filter: Filter;
  ledger: ListLedger;
}) {
  const client = useQueryClient();
  const speech = useSpeech();
  const tell = useTell();
  const saved = useSaved();
  const read = useReadMarks();
  const toggleSave = useSaveToggle(
    useCallback((outcome) => tell(saveMessage(outcome, speech)), [tell, speech]),
  );
  const deedsOf = (row: HTMLElement) => {
    const story = ledger.storyAt(Number(row.getAttribute("aria-posinset")) - 1);
    return story
      ? swipeDeeds(
          {
            isSaved: saved.byId.has(story.id),
            isRead: read.has(story.id),
            toggleSave: () => toggleSave(story),
            toggleRead: () => tell(actMessage(toggleRead(story), undoAct, speech)),
          },
          speech,
        )
      : null;
  };
  const look = async () => {
    const { say } = messagesOf(messages, speech);
    try {
      const news = await lookForNews(client, order, filter);
      if (!news) return tell({ text: say("nothing") });
      const { count, isMore } = news;
      tell({
        text: messagesOf(newsMessages, speech).say(isMore ? "more" : "fresh", { count }),
      });
    } catch (error) {
      tell({ text: say("failed", { reason: failureWords(error, speech) }) });
    }
  };
  return <Hands deedsOf={deedsOf} onPull={look} />;
}
