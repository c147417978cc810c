import { BarButton } from "./article-bar.tsx";

/** Marks an article by hand, as in the list: what is to stay unread has a full dot. */
export function ReadButton({ isRead, onToggle }: { isRead: boolean; onToggle: () => void }) {
  return (
    <span className={isRead ? "" : "[&_.icon]:fill-current [&_.icon]:text-accent"}>
      <BarButton
        label={isRead ? "Mark as unread" : "Mark as read"}
        icon="unread"
        onPress={onToggle}
      />
    </span>
  );
}
