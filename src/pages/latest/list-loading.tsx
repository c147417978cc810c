import { useMessages } from "#ui/messages/messages.tsx";
import messages from "#ui/story/row-placeholder.messages.json";
import { RowPlaceholder } from "#ui/story/row-placeholder.tsx";

/** Stands where the rows will. */
export function ListLoading() {
  const { say } = useMessages(messages);
  return (
    <div role="status" aria-label={say("loading")}>
      {[0, 1, 2, 3].map((row) => (
        <RowPlaceholder key={row} />
      ))}
    </div>
  );
}
