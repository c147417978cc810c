import { Suspense, useCallback, useMemo, useState } from "react";
import { useLocation, useNavigationType } from "react-router-dom";
import {
  unsaveArticle,
  useReadMarks,
  useSaved,
  useSetting,
  useSettings,
} from "#data/device/device.ts";
import { copyStateIn } from "#data/device/saved-state.ts";
import { editionBase } from "#data/edition/edition-base.ts";
import { readPlace, writePlace } from "#data/list-place.ts";
import { page, savedStoryIn } from "#model/address.ts";
import { type ListPlace, ROW_PX } from "#model/list-place.ts";
import type { SavedRecord } from "#model/saved.ts";
import { type SavedView, viewToSearch } from "#model/saved-view.ts";
import { loadsRemotePictures } from "#model/settings.ts";
import { hasTouch } from "#ui/hands/has-touch.ts";
import { useMessages, useSpeech } from "#ui/messages/messages.tsx";
import { createPart } from "#ui/part.tsx";
import ways from "#ui/shell/ways.messages.json";
import { copyFailure } from "#ui/story/copy-failure.ts";
import { saveMessage } from "#ui/story/save-messages.ts";
import { saveWords } from "#ui/story/save-words.ts";
import { StoryList } from "#ui/story/story-list.tsx";
import { useTell } from "#ui/tell.tsx";
import { SavedRow, type SavedRowContext } from "./saved-row.tsx";
import { toView } from "./view-panel.tsx";

// Who has a finger for it.
const SavedHands = createPart(async () => (await import("./saved-hands.tsx")).SavedHands);

/** The rows of the saved list. */
export function SavedStories({
  shown,
  view,
  selected,
  onSelect,
}: {
  shown: readonly SavedRecord[];
  view: SavedView;
  /** Null where nothing is being selected. */
  selected: ReadonlySet<string> | null;
  onSelect: (id: string, isSelected: boolean) => void;
}) {
  const speech = useSpeech();
  const { say: sayWay } = useMessages(ways);
  const location = useLocation();
  const currentId = savedStoryIn(location);
  const saved = useSaved();
  const read = useReadMarks();
  const name = `saved${viewToSearch(view)}`;
  const isBack = useNavigationType() === "POP";
  const [place] = useState<ListPlace | null>(() => (isBack ? readPlace(name) : null));
  const onPlace = useCallback((next: ListPlace) => writePlace(name, next), [name]);
  const density = useSetting((settings) => settings.density);
  const context = useRowContext(view, selected ? onSelect : null);
  const hands =
    selected || !hasTouch() ? null : (
      <Suspense>
        <SavedHands shown={shown} onToggleSave={context.onToggleSave} />
      </Suspense>
    );
  return (
    <>
      {hands}
      <StoryList
        total={shown.length}
        onRange={ignore}
        initialPlace={place}
        onPlace={onPlace}
        label={sayWay("saved")}
        rowPx={ROW_PX[density]}
        renderRow={(index) => {
          const record = shown[index];
          return record ? (
            <SavedRow
              record={record}
              words={saveWords(copyStateIn(saved, record.id), speech)}
              isCurrent={record.id === currentId}
              isRead={read.has(record.id)}
              isSelected={selected?.has(record.id) === true}
              context={context}
            />
          ) : null;
        }}
      />
    </>
  );
}

/** All rows are at hand. */
function ignore() {}

function useRowContext(view: SavedView, onSelect: SavedRowContext["onSelect"]): SavedRowContext {
  const speech = useSpeech();
  const tell = useTell();
  const [settings] = useSettings();
  const withPictures = loadsRemotePictures(settings, "list");
  return useMemo(
    () => ({
      base: editionBase(),
      loadsRemotePictures: withPictures,
      // Of another day's edition perhaps: only what the copy itself says of its language is known.
      language: undefined,
      hasLargePictures: settings.density === "cards",
      when: "day",
      filter: view.filter,
      toStory: (id) => page.saved.to(id, viewToSearch(view)),
      toFilter: (filter) => toView({ ...view, filter }),
      onToggleSave: ({ id }) => {
        void unsaveArticle(id).then(
          (undo) => tell(saveMessage({ kind: "unsaved", undo: () => void undo() }, speech)),
          (error: Error) => tell({ text: copyFailure(error, speech) }),
        );
      },
      view,
      onSelect,
    }),
    [view, tell, withPictures, settings.density, onSelect, speech],
  );
}
