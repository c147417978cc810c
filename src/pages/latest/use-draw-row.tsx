import { type ReactNode, useCallback, useMemo } from "react";
import { matchPath, useLocation } from "react-router-dom";
import { useReadMarks, useSaved, useSetting } from "#data/device/device.ts";
import { copyStateIn } from "#data/device/saved-state.ts";
import { editionBase } from "#data/edition/edition-base.ts";
import { useKeptIds } from "#data/offline/kept-ids.ts";
import { useSaveToggle } from "#data/save-toggle.ts";
import { articleIdFrom, page } from "#model/address.ts";
import type { Summary } from "#model/article.ts";
import type { Filter } from "#model/filter.ts";
import { loadsRemotePictures } from "#model/settings.ts";
import { messagesOf, useSpeech } from "#ui/messages/messages.tsx";
import { saveMessage } from "#ui/story/save-messages.ts";
import { saveWords } from "#ui/story/save-words.ts";
import rowMessages from "#ui/story/story-row.messages.json";
import { type RowContext, StoryRow } from "#ui/story/story-row.tsx";
import { useTell } from "#ui/tell.tsx";
import type { MenuWish } from "./list-ledger.ts";

/** Gives the function that draws a story with what the device knows of it. */
export function useDrawRow(
  filter: Filter,
  day: string | null,
  language: string,
  onMore: (wish: MenuWish) => void,
  footOf: (story: Summary) => string | undefined = nothing,
) {
  const { pathname } = useLocation();
  const params = matchPath(page.article.pattern, pathname)?.params;
  const currentId = articleIdFrom(params?.shard, params?.rest);
  const saved = useSaved();
  const read = useReadMarks();
  const kept = useKeptIds();
  const tell = useTell();
  const speech = useSpeech();
  const { say } = messagesOf(rowMessages, speech);
  const onToggleSave = useSaveToggle(
    useCallback((outcome) => tell(saveMessage(outcome, speech)), [tell, speech]),
  );
  const density = useSetting((settings) => settings.density);
  const withPictures = useSetting((settings) => loadsRemotePictures(settings, "list"));
  const context = useMemo<RowContext>(
    () => ({
      base: editionBase(),
      loadsRemotePictures: withPictures,
      language,
      hasLargePictures: density === "cards",
      when: "hour",
      filter,
      toStory: (id) => page.article.to(id, filter, day),
      toFilter: page.latest.to,
      onToggleSave,
      onMore: (story, button) => onMore({ story, button }),
    }),
    [filter, day, language, onToggleSave, onMore, withPictures, density],
  );
  return (story: Summary, heading: ReactNode) => {
    const copy = copyStateIn(saved, story.id);
    return (
      <>
        {heading}
        <StoryRow
          story={story}
          isCurrent={story.id === currentId}
          isRead={read.has(story.id)}
          isSaved={copy.record !== undefined}
          isBusy={copy.status?.kind === "saving"}
          saveWords={saveWords(copy, speech)}
          foot={footOf(story) ?? (kept.has(story.id) ? <span>{say("offline")}</span> : null)}
          context={context}
        />
      </>
    );
  };
}

function nothing() {
  return undefined;
}
