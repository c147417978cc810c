import { useMessages } from "#ui/messages/messages.tsx";
import { BarButton } from "./article-bar.tsx";
import messages from "./read-button.messages.json";

/** Marks an article by hand, as in the list: what is to stay unread has a full dot. */
export function ReadButton({ isRead, onToggle }: { isRead: boolean; onToggle: () => void }) {
  const { say } = useMessages(messages);
  return (
    <span className={isRead ? "" : "[&_.icon]:fill-current [&_.icon]:text-accent"}>
      <BarButton label={say(isRead ? "unread" : "read")} icon="unread" onPress={onToggle} />
    </span>
  );
}
