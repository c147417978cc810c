import { useState } from "react";
import { useReadMarks } from "#data/device/device.ts";
import { addLabel, archive, removeAll, setRead } from "#data/device/read-later.ts";
import type { SavedRecord } from "#model/saved.ts";
import { LabelField } from "./label-field.tsx";
import { useDeed } from "./use-deed.ts";

/** What one can do with the stories that are selected; each of it has one undo. */
export function BulkBar({
  shown,
  selected,
  onSelected,
}: {
  shown: readonly SavedRecord[];
  selected: readonly SavedRecord[];
  onSelected: (ids: readonly string[]) => void;
}) {
  const read = useReadMarks();
  const act = useDeed();
  const [isTagging, setTagging] = useState(false);
  const ids = selected.map(({ id }) => id);
  const isNone = ids.length === 0;
  const isAll = ids.length === shown.length;
  const allArchived = selected.every(({ archived }) => archived === true);
  const allRead = ids.every((id) => read.has(id));
  const these = ids.length === 1 ? "1 story" : `${ids.length.toLocaleString("en-GB")} stories`;
  return (
    <section
      aria-label="With the selected stories"
      className="bulk-bar no-print sticky bottom-0 z-20 border-t border-rule bg-raised px-2 text-small text-soft wide:px-4"
    >
      <div className="flex flex-wrap items-center gap-x-1">
        <span
          role="status"
          className="inline-flex min-h-11 items-center px-2 text-ink tabular-nums"
        >
          {isNone ? "Nothing selected" : `${these} selected`}
        </span>
        <Deed onPress={() => onSelected(isAll ? [] : shown.map(({ id }) => id))}>
          {isAll && !isNone ? "Select none" : `Select all ${shown.length.toLocaleString("en-GB")}`}
        </Deed>
      </div>
      <div className="flex flex-wrap items-center gap-x-1">
        <Deed
          isOff={isNone}
          onPress={() =>
            act(
              archive(ids, !allArchived),
              `${these} ${allArchived ? "back to be read" : "archived"}`,
            )
          }
        >
          {allArchived && !isNone ? "Put back to read" : "Archive"}
        </Deed>
        <Deed isOff={isNone} isOpen={isTagging} onPress={() => setTagging(!isTagging)}>
          Tag
        </Deed>
        <Deed
          isOff={isNone}
          onPress={() =>
            act(
              Promise.resolve(setRead(ids, !allRead)),
              `${these} marked as ${allRead ? "unread" : "read"}`,
            )
          }
        >
          {allRead && !isNone ? "Mark as unread" : "Mark as read"}
        </Deed>
        <Deed isOff={isNone} onPress={() => act(removeAll(ids), `${these} taken out`)}>
          Take out
        </Deed>
      </div>
      {isTagging && !isNone ? (
        <div className="px-2 pb-2">
          <LabelField onAdd={(label) => act(addLabel(ids, label), `${these} tagged “${label}”`)} />
        </div>
      ) : null}
    </section>
  );
}

function Deed({
  onPress,
  isOff = false,
  isOpen,
  children,
}: {
  onPress: () => void;
  isOff?: boolean;
  isOpen?: boolean;
  children: React.ReactNode;
}) {
  return (
    <button
      type="button"
      aria-disabled={isOff}
      aria-expanded={isOpen}
      onClick={() => {
        if (!isOff) onPress();
      }}
      className="inline-flex min-h-11 items-center px-2 underline decoration-accent underline-offset-4 hover:text-ink aria-disabled:no-underline aria-disabled:opacity-50"
    >
      {children}
    </button>
  );
}
