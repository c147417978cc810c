import { useState } from "react";
import { useReadMarks } from "#data/device/device.ts";
import { addLabel, archive, removeAll, setRead } from "#data/device/read-later.ts";
import type { SavedRecord } from "#model/saved.ts";
import { useMessages } from "#ui/messages/messages.tsx";
import messages from "./bulk-bar.messages.json";
import deeds from "./deeds.messages.json";
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
  const { say } = useMessages(messages);
  const { say: sayDeed } = useMessages(deeds);
  const read = useReadMarks();
  const act = useDeed();
  const [isTagging, setTagging] = useState(false);
  const ids = selected.map(({ id }) => id);
  const isNone = ids.length === 0;
  const isAll = ids.length === shown.length;
  const allArchived = selected.every(({ archived }) => archived === true);
  const allRead = ids.every((id) => read.has(id));
  const count = ids.length;
  return (
    <section
      aria-label={say("name")}
      className="bulk-bar no-print sticky bottom-0 z-20 mt-auto border-t border-rule bg-raised px-2 text-small text-soft wide:px-4"
    >
      <div className="flex flex-wrap items-center gap-x-1">
        <span
          role="status"
          className="inline-flex min-h-11 items-center px-2 text-ink tabular-nums"
        >
          {isNone ? say("none") : say("selected", { count })}
        </span>
        <Deed onPress={() => onSelected(isAll ? [] : shown.map(({ id }) => id))}>
          {isAll && !isNone ? say("selectNone") : say("selectAll", { count: shown.length })}
        </Deed>
      </div>
      <div className="flex flex-wrap items-center gap-x-1">
        <Deed
          isOff={isNone}
          onPress={() =>
            act(archive(ids, !allArchived), say(allArchived ? "back" : "archived", { count }))
          }
        >
          {sayDeed(allArchived && !isNone ? "putBack" : "archive")}
        </Deed>
        <Deed isOff={isNone} isOpen={isTagging} onPress={() => setTagging(!isTagging)}>
          {say("tag")}
        </Deed>
        <Deed
          isOff={isNone}
          onPress={() =>
            act(
              Promise.resolve(setRead(ids, !allRead)),
              say(allRead ? "unread" : "read", { count }),
            )
          }
        >
          {say(allRead && !isNone ? "markUnread" : "markRead")}
        </Deed>
        <Deed isOff={isNone} onPress={() => act(removeAll(ids), say("takenOut", { count }))}>
          {sayDeed("takeOut")}
        </Deed>
      </div>
      {isTagging && !isNone ? (
        <div className="px-2 pb-2">
          <LabelField
            onAdd={(label) => act(addLabel(ids, label), say("tagged", { count, label }))}
          />
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
