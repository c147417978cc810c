import type { SavedRecord } from "#model/saved.ts";
import type { SavedView } from "#model/saved-view.ts";
import { termKey } from "#model/term.ts";
import { Link } from "#ui/link.tsx";
import { useMessages, useSpeech } from "#ui/messages/messages.tsx";
import { isPlainlySaved } from "#ui/story/save-words.ts";
import { type RowContext, StoryRow } from "#ui/story/story-row.tsx";
import messages from "./saved-row.messages.json";
import { toView } from "./view-panel.tsx";

/** What all rows of the saved list share beside their stories. */
export type SavedRowContext = RowContext & {
  readonly view: SavedView;
  /** Null where nothing is being selected. */
  readonly onSelect: ((id: string, isSelected: boolean) => void) | null;
};

/** A saved story in the list, with what is kept of it, and a box to select it by. */
export function SavedRow({
  record,
  words,
  isCurrent,
  isRead,
  isSelected,
  context,
}: {
  record: SavedRecord;
  /** What is kept of it. */
  words: string | null;
  isCurrent: boolean;
  isRead: boolean;
  isSelected: boolean;
  context: SavedRowContext;
}) {
  const { say } = useMessages(messages);
  const { onSelect } = context;
  const { summary } = record;
  const row = (
    <StoryRow
      story={summary}
      isCurrent={isCurrent}
      isRead={isRead}
      isSaved={true}
      isBusy={false}
      isAddress={record.link !== undefined}
      saveWords={words}
      foot={<Foot record={record} words={words} view={context.view} />}
      context={context}
    />
  );
  if (!onSelect) return row;
  return (
    <div className={`grid grid-cols-[2.75rem_minmax(0,1fr)] ${isSelected ? "bg-raised" : ""}`}>
      <label className="cursor-pointer border-b border-rule ps-4 pt-4 wide:ps-6">
        <input
          type="checkbox"
          className="block size-5 accent-accent"
          aria-label={say("select", { title: summary.title })}
          checked={isSelected}
          onChange={(event) => onSelect(record.id, event.target.checked)}
        />
      </label>
      {row}
    </div>
  );
}

/** What only a saved story has to say: its own tags, and what of it is kept where that is not simply its text. */
function Foot({
  record: { labels = [], archived },
  words,
  view,
}: {
  record: SavedRecord;
  words: string | null;
  view: SavedView;
}) {
  const { say } = useMessages(messages);
  const speech = useSpeech();
  return (
    <>
      {labels.map((label) => (
        <Link
          key={label}
          to={toView({ ...view, labels: [termKey(label)] })}
          aria-label={say("showTagged", { label })}
          className="relative z-10 -my-2 inline-flex min-h-11 items-center text-soft italic hover:text-ink hover:underline"
        >
          <bdi>{label}</bdi>
        </Link>
      ))}
      {archived && view.shelf !== "archived" ? <span>{say("archived")}</span> : null}
      {words === null || isPlainlySaved(words, speech) ? null : <span>{words}</span>}
    </>
  );
}
