import { useCallback, useEffect, useMemo, useState } from "react";
import { useLocation, useNavigate, useNavigationType } from "react-router-dom";
import { unsaveArticle, useReadMarks, useSaved, useSettings } from "#data/device/device.ts";
import { editionBase } from "#data/edition/edition-base.ts";
import { readPlace, writePlace } from "#data/list-place.ts";
import { page, savedStoryIn } from "#model/address.ts";
import { type Filter, filterFromSearch, filterToSearch, letsThrough } from "#model/filter.ts";
import type { ListPlace } from "#model/list-place.ts";
import type { SavedRecord } from "#model/saved.ts";
import { loadsRemotePictures } from "#model/settings.ts";
import { type Term, termKey } from "#model/term.ts";
import { ListHead } from "#ui/filter/filter-sentence.tsx";
import { saveMessage } from "#ui/story/save-messages.ts";
import { StoryList } from "#ui/story/story-list.tsx";
import { type RowContext, StoryRow } from "#ui/story/story-row.tsx";
import { useTell } from "#ui/tell.tsx";
import { NothingSaved, Unreadable } from "./saved-notices.tsx";
import { SavedSearch } from "./saved-search.tsx";

/** What the reader saved, newest first, filtered without asking anybody. */
export function SavedList() {
  const location = useLocation();
  const { search } = location;
  const isOpen = savedStoryIn(location) !== null;
  const navigate = useNavigate();
  const filter = useMemo(() => filterFromSearch(search), [search]);
  const words = new URLSearchParams(search).get("q") ?? "";
  const { records, unreadable, isKept, isComplete } = useSaved();
  const shown = useMemo(
    () => records.filter(({ summary }) => letsThrough(filter, summary) && hasWords(summary, words)),
    [records, filter, words],
  );
  useEffect(() => {
    if (!isOpen) document.title = "Saved stories";
  }, [isOpen]);
  const toFilter = useCallback((next: Filter) => savedAddress(next, words), [words]);
  return (
    <>
      <ListHead
        filter={filter}
        labelOf={(term) => labelIn(records, term)}
        toFilter={toFilter}
        plain="Saved stories"
        subject="Saved stories"
        total={isComplete || records.length > 0 ? shown.length : undefined}
      >
        {records.length === 0 ? null : (
          <SavedSearch
            words={words}
            onChange={(next) => void navigate(savedAddress(filter, next), { replace: true })}
          />
        )}
      </ListHead>
      <Unreadable values={unreadable} isKept={isKept} />
      {shown.length === 0 ? (
        isComplete ? (
          <NothingSaved hasAny={records.length > 0} />
        ) : null
      ) : (
        <Stories key={filterToSearch(filter) + words} {...{ shown, filter, toFilter }} />
      )}
    </>
  );
}

function Stories({
  shown,
  filter,
  toFilter,
}: {
  shown: readonly SavedRecord[];
  filter: Filter;
  toFilter: RowContext["toFilter"];
}) {
  const location = useLocation();
  const { search } = page.saved.to(undefined, location.search);
  const currentId = savedStoryIn(location);
  const read = useReadMarks();
  const tell = useTell();
  const view = `saved${search}`;
  const isBack = useNavigationType() === "POP";
  const [place] = useState<ListPlace | null>(() => (isBack ? readPlace(view) : null));
  const onPlace = useCallback((next: ListPlace) => writePlace(view, next), [view]);
  const [settings] = useSettings();
  const withPictures = loadsRemotePictures(settings, "list");
  const context = useMemo<RowContext>(
    () => ({
      base: editionBase(),
      loadsRemotePictures: withPictures,
      // Of another day's edition perhaps: only what the copy itself says of its language is known.
      language: undefined,
      when: "full",
      filter,
      toStory: (id) => page.saved.to(id, search),
      toFilter,
      onToggleSave: ({ id }) => {
        void unsaveArticle(id).then(
          (undo) => tell(saveMessage({ kind: "unsaved", undo: () => void undo() })),
          (error: Error) => tell({ text: error.message }),
        );
      },
    }),
    [filter, search, toFilter, tell, withPictures],
  );
  return (
    <StoryList
      total={shown.length}
      onRange={ignore}
      initialPlace={place}
      onPlace={onPlace}
      label="Saved stories"
      renderRow={(index) => {
        const record = shown[index];
        return record ? (
          <StoryRow
            story={record.summary}
            isCurrent={record.id === currentId}
            isRead={read.has(record.id)}
            isSaved={true}
            isBusy={false}
            context={context}
          />
        ) : null;
      }}
    />
  );
}

/** All rows are at hand. */
function ignore() {}

function savedAddress(filter: Filter, words: string) {
  const params = new URLSearchParams(filterToSearch(filter));
  if (words !== "") params.set("q", words);
  const text = params.toString();
  return { ...page.saved.to(), search: text && `?${text}` };
}

/** Every word must begin one of the story's words, whatever the case and the accents. */
function hasWords({ title, excerpt, source }: SavedRecord["summary"], words: string): boolean {
  const text = ` ${fold(`${title} ${source ?? ""} ${excerpt}`)}`;
  return fold(words)
    .split(/\s+/u)
    .every((word) => text.includes(word));
}

function fold(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").replaceAll("’", "'").toLowerCase();
}

/** How the saved stories write a term: nothing is asked of the network for it. */
function labelIn(records: readonly SavedRecord[], { kind, key }: Term): string {
  for (const { summary } of records) {
    const labels = kind === "tag" ? summary.tags : kind === "source" ? [summary.source ?? ""] : [];
    const label = labels.find((each) => termKey(each) === key);
    if (label !== undefined) return label;
  }
  return key;
}
