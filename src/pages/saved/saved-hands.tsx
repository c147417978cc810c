import { useReadMarks } from "#data/device/device.ts";
import { toggleRead, undoAct } from "#data/device/reading-acts.ts";
import type { SavedRecord } from "#model/saved.ts";
import { Hands } from "#ui/hands/hands.tsx";
import { swipeDeeds } from "#ui/hands/swipe-deeds.ts";
import { useSpeech } from "#ui/messages/messages.tsx";
import { actMessage } from "#ui/story/act-words.ts";
import type { RowContext } from "#ui/story/story-row.tsx";
import { useTell } from "#ui/tell.tsx";

/** What a finger does to the saved list: takes stories out and marks them. There is nothing new to be asked for. */
export function SavedHands({
  shown,
  onToggleSave,
}: {
  shown: readonly SavedRecord[];
  onToggleSave: RowContext["onToggleSave"];
}) {
  const speech = useSpeech();
  const tell = useTell();
  const read = useReadMarks();
  const deedsOf = (row: HTMLElement) => {
    const story = shown[Number(row.getAttribute("aria-posinset")) - 1]?.summary;
    return story
      ? swipeDeeds(
          {
            isSaved: true,
            isRead: read.has(story.id),
            toggleSave: () => onToggleSave(story),
            toggleRead: () => tell(actMessage(toggleRead(story), undoAct, speech)),
          },
          speech,
        )
      : null;
  };
  return <Hands deedsOf={deedsOf} />;
}
