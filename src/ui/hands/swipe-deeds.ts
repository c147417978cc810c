import { messagesOf, type Speech } from "#ui/messages/messages.tsx";
import type { SwipeDeeds } from "./hands.tsx";
import messages from "./swipe.messages.json";

/** What a swipe does to a story, the same in every list: towards the end it saves, towards the beginning it marks. */
export function swipeDeeds(
  story: { isSaved: boolean; isRead: boolean; toggleSave: () => void; toggleRead: () => void },
  speech: Speech,
): SwipeDeeds {
  const { say } = messagesOf(messages, speech);
  const { isSaved, isRead, toggleSave, toggleRead } = story;
  return {
    toEnd: { label: say(isSaved ? "takeOut" : "save"), icon: "saved", run: toggleSave },
    toStart: { label: say(isRead ? "unread" : "read"), icon: "unread", run: toggleRead },
  };
}
