import { useCallback, useEffect, useMemo, useState } from "react";
import { useLocation, useNavigate } from "react-router-dom";
import { useReadMarks, useSaved } from "#data/device/device.ts";
import { savedStoryIn } from "#model/address.ts";
import type { Filter } from "#model/filter.ts";
import {
  isInView,
  PLAIN_VIEW,
  type SavedView,
  type ShelfName,
  viewFromSearch,
  viewToSearch,
} from "#model/saved-view.ts";
import { ListHead } from "#ui/filter/filter-sentence.tsx";
import { useMessages } from "#ui/messages/messages.tsx";
import { useRowFocus } from "#ui/story/use-row-focus.ts";
import { BulkBar } from "./bulk-bar.tsx";
import { RemovedList } from "./removed-list.tsx";
import messages from "./saved-list.messages.json";
import { NothingSaved, Unreadable } from "./saved-notices.tsx";
import { SavedSearch } from "./saved-search.tsx";
import { SavedStories } from "./saved-stories.tsx";
import { labelIn } from "./saved-terms.ts";
import { useViewRecords } from "./use-view-records.ts";
import { toView, ViewPanel } from "./view-panel.tsx";
import { ViewParts } from "./view-parts.tsx";

const PANEL = "saved-view";

/** What the reader saved, as the address says: which of it, in which order, with which words. Nobody is asked for it. */
export function SavedList() {
  const { say } = useMessages(messages);
  const location = useLocation();
  const isOpen = savedStoryIn(location) !== null;
  const view = useMemo(() => viewFromSearch(location.search), [location.search]);
  useEffect(() => {
    if (!isOpen) document.title = say(view.shelf);
  }, [isOpen, view.shelf, say]);
  return view.shelf === "removed" ? (
    <RemovedShelf view={view} />
  ) : (
    // What is selected belongs to what is shown.
    <StoryShelf key={viewToSearch({ ...view, words: "" })} view={view} />
  );
}

function RemovedShelf({ view }: { view: SavedView }) {
  const { records } = useSaved();
  return (
    <>
      <Head view={{ ...PLAIN_VIEW, shelf: view.shelf }} total={undefined} />
      <ViewPanel id={PANEL} view={view} records={records} />
      <RemovedList />
    </>
  );
}

function StoryShelf({ view }: { view: SavedView }) {
  const { say } = useMessages(messages);
  const navigate = useNavigate();
  const { records, unreadable, isKept, isComplete } = useSaved();
  const read = useReadMarks();
  const { shown, looked } = useViewRecords(records, read, view);
  useRowFocus(shown);
  const [selected, setSelected] = useState<ReadonlySet<string> | null>(null);
  const onSelect = useCallback((id: string, isSelected: boolean) => {
    setSelected((before) => {
      const next = new Set(before);
      if (isSelected) next.add(id);
      else next.delete(id);
      return next;
    });
  }, []);
  const isEmpty = records.length === 0;
  return (
    // However short the list, what one does with the selected stands at its foot.
    <div className="flex min-h-full flex-col">
      <Head view={view} total={isComplete || !isEmpty ? shown.length : undefined}>
        {isEmpty ? null : (
          <>
            <SavedSearch
              words={view.words}
              onChange={(words) => void navigate(toView({ ...view, words }), { replace: true })}
            />
            <HeadButton onPress={() => setSelected(selected ? null : new Set())}>
              {say(selected ? "done" : "select")}
            </HeadButton>
          </>
        )}
      </Head>
      <ViewPanel id={PANEL} view={view} records={records} />
      <ViewParts view={view} records={records} looked={looked} />
      <Unreadable values={unreadable} isKept={isKept} />
      {shown.length === 0 ? (
        isComplete ? (
          <NothingSaved view={view} elsewhere={countElsewhere(records, read)} />
        ) : null
      ) : (
        <>
          {/* Whose headlines stand below this one. */}
          <h2 className="sr-only">{say(view.shelf)}</h2>
          <SavedStories
            key={view.words}
            shown={shown}
            view={view}
            selected={selected}
            onSelect={onSelect}
          />
        </>
      )}
      {selected ? (
        <BulkBar
          shown={shown}
          selected={shown.filter(({ id }) => selected.has(id))}
          onSelected={(ids) => setSelected(new Set(ids))}
        />
      ) : null}
    </div>
  );
}

function Head({
  view,
  total,
  children,
}: {
  view: SavedView;
  total: number | undefined;
  children?: React.ReactNode;
}) {
  const { say } = useMessages(messages);
  const { records } = useSaved();
  const toFilter = useCallback((filter: Filter) => toView({ ...view, filter }), [view]);
  return (
    <ListHead
      filter={view.filter}
      labelOf={(term) => labelIn(records, term)}
      toFilter={toFilter}
      plain={say(view.shelf)}
      subject={say(view.shelf)}
      total={total}
    >
      <span className="no-print ms-auto -me-2 flex flex-wrap items-center justify-end">
        {children}
        <HeadButton popover={PANEL}>{say("view")}</HeadButton>
      </span>
    </ListHead>
  );
}

function HeadButton({
  onPress,
  popover,
  children,
}: {
  onPress?: () => void;
  popover?: string;
  children: React.ReactNode;
}) {
  return (
    <button
      type="button"
      onClick={onPress}
      popoverTarget={popover}
      className="inline-flex min-h-11 min-w-11 items-center justify-center px-2 hover:text-ink"
    >
      {children}
    </button>
  );
}

/** How many are to be read, and how many lie in the archive. */
function countElsewhere(
  records: Parameters<typeof useViewRecords>[0],
  read: ReadonlySet<string>,
): ReadonlyMap<ShelfName, number> {
  const count = (shelf: ShelfName) =>
    records.filter((record) => isInView({ ...PLAIN_VIEW, shelf }, record, read.has(record.id)))
      .length;
  return new Map((["toread", "archived", "all"] as const).map((shelf) => [shelf, count(shelf)]));
}
