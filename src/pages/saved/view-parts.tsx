import type { SavedRecord } from "#model/saved.ts";
import type { SavedView } from "#model/saved-view.ts";
import { Link } from "#ui/link.tsx";
import { useMessages } from "#ui/messages/messages.tsx";
import { Icon } from "#ui/shell/icon.tsx";
import { labelCounts } from "./saved-terms.ts";
import panel from "./view-panel.messages.json";
import { toView } from "./view-panel.tsx";
import messages from "./view-parts.messages.json";

/** What narrows the list beside the sentence above it: each part goes with one press. */
export function ViewParts({
  view,
  records,
  looked,
}: {
  view: SavedView;
  records: readonly SavedRecord[];
  /** How many texts have been looked through for the words; null where that is over. */
  looked: number | null;
}) {
  const { say } = useMessages(messages);
  const { say: sayPanel } = useMessages(panel);
  if (view.length === null && view.labels.length === 0 && looked === null) return null;
  const own = labelCounts(records);
  return (
    <div className="flex flex-wrap items-center gap-x-5 border-b border-rule px-4 text-small text-soft wide:px-6">
      {view.labels.map((key) => (
        <Part
          key={key}
          words={own.find((each) => each.key === key)?.label ?? key}
          isOwn={true}
          without={{ ...view, labels: view.labels.filter((each) => each !== key) }}
        />
      ))}
      {view.length === null ? null : (
        <Part words={sayPanel(view.length)} without={{ ...view, length: null }} />
      )}
      <span role="status" className="inline-flex min-h-11 items-center text-faint tabular-nums">
        {looked === null ? null : say("looking", { looked, all: records.length })}
      </span>
    </div>
  );
}

function Part({
  words,
  without,
  isOwn = false,
}: {
  words: string;
  without: SavedView;
  isOwn?: boolean;
}) {
  const { say } = useMessages(messages);
  return (
    <Link
      to={toView(without)}
      aria-label={say("stop", { words })}
      className="inline-flex min-h-11 items-center gap-1.5 hover:text-ink"
    >
      <bdi className={`border-b border-accent ${isOwn ? "italic" : ""}`}>{words}</bdi>
      <Icon name="close" className="!size-3 text-faint" />
    </Link>
  );
}
