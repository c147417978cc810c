import { useMessages } from "#ui/messages/messages.tsx";
import { Icon } from "#ui/shell/icon.tsx";
import messages from "./save-button.messages.json";

/** Saves a story, or takes it out again. The pressed state is the truth about storage, never a hope. */
export function SaveButton({
  title,
  isSaved,
  isBusy = false,
  words,
  onToggle,
  className = "",
}: {
  title: string;
  isSaved: boolean;
  isBusy?: boolean;
  /** What is kept of it, as `saveWords` says. */
  words?: string | null | undefined;
  onToggle: () => void;
  className?: string;
}) {
  const { say } = useMessages(messages);
  return (
    <button
      type="button"
      aria-pressed={isSaved}
      aria-busy={isBusy}
      aria-label={say("name", { title })}
      title={isSaved ? say("takeOut", { words: words ?? say("saved") }) : (words ?? say("save"))}
      onClick={onToggle}
      className={`save ${className}`}
    >
      <Icon name="saved" />
    </button>
  );
}
