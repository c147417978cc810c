import { Link } from "react-router-dom";
import { removeUnreadable, unreadableValues, type useSaved } from "#data/device/device.ts";
import { page } from "#model/address.ts";
import { narrows, PLAIN_VIEW, type SavedView, type ShelfName } from "#model/saved-view.ts";
import { Notice } from "#ui/notice.tsx";
import { toView } from "./view-panel.tsx";

/** What stands in place of the list when nothing is in it. */
export function NothingSaved({
  view,
  elsewhere,
}: {
  view: SavedView;
  /** How much there is on other shelves. */
  elsewhere: ReadonlyMap<ShelfName, number>;
}) {
  const all = elsewhere.get("all") ?? 0;
  if (all === 0) return <NothingAtAll />;
  const archived = elsewhere.get("archived") ?? 0;
  if (!narrows(view) && view.shelf !== "all") {
    return (
      <Notice
        title={TITLES[view.shelf]}
        headingLevel={2}
        actions={
          <>
            <Link to={toView({ ...PLAIN_VIEW, shelf: "all" })}>All saved stories</Link>
            {archived > 0 && view.shelf !== "archived" ? (
              <Link to={toView({ ...PLAIN_VIEW, shelf: "archived" })}>The archive</Link>
            ) : null}
          </>
        }
      >
        <p>{WORDS[view.shelf]}</p>
      </Notice>
    );
  }
  return (
    <Notice
      title="None of them fits"
      headingLevel={2}
      actions={<Link to={toView({ ...PLAIN_VIEW, shelf: "all" })}>All saved stories</Link>}
    >
      <p>
        What you saved is all still here; the sentence above, what the list is narrowed to, or the
        words you look for, leave none.
      </p>
    </Notice>
  );
}

const TITLES: Record<ShelfName, string> = {
  toread: "All is archived",
  unread: "All is read",
  archived: "Nothing is archived",
  all: "",
  removed: "",
};
const WORDS: Record<ShelfName, string> = {
  toread: "What you saved lies in the archive.",
  unread: "You have read, or archived, all that you saved.",
  archived: "What you are done with can lie there, out of the way, and opens offline as before.",
  all: "",
  removed: "",
};

function NothingAtAll() {
  return (
    <Notice
      title="Nothing is saved yet"
      headingLevel={2}
      actions={
        <>
          <Link to={page.latest.to()}>The latest stories</Link>
          <Link to={page.transfer.to()}>Take in a backup</Link>
          <Link to={toView({ ...PLAIN_VIEW, shelf: "removed" })}>What you took out lately</Link>
        </>
      }
    >
      <p>
        Press the ribbon on a story to keep a copy of it here, on this device. It stays when the
        story is taken down, and it opens with the network off.
      </p>
    </Notice>
  );
}

type UnreadableValue = ReturnType<typeof useSaved>["unreadable"][number];

/** Says what of the stored things can't be read, and where nothing can be stored. */
export function Unreadable({
  values,
  isKept,
}: {
  values: readonly UnreadableValue[];
  isKept: boolean;
}) {
  if (isKept && values.length === 0) return null;
  return (
    <div
      role="alert"
      className="border-b border-rule bg-raised px-4 py-3 text-small text-soft wide:px-6"
    >
      {isKept ? null : (
        <p>
          This browser lets the site store nothing: what you save is gone when the page is closed.
        </p>
      )}
      {values.length === 0 ? null : <UnreadableValues values={values} />}
    </div>
  );
}

function UnreadableValues({ values }: { values: readonly UnreadableValue[] }) {
  return (
    <details>
      <summary className="min-h-11 cursor-pointer py-3">
        {values.length === 1
          ? "1 saved story can’t be read. It is left as it is."
          : `${values.length} saved stories can’t be read. They are left as they are.`}
      </summary>
      <button
        type="button"
        className="min-h-11 underline decoration-accent underline-offset-4"
        onClick={() => download(unreadableValues())}
      >
        Keep what is stored of them in a file
      </button>
      <ul>
        {values.map(({ key, reason }) => (
          <li key={key} className="border-t border-rule py-2">
            <code className="[overflow-wrap:anywhere]">{key}</code>: {reason}
            <button
              type="button"
              className="block min-h-11 underline decoration-accent underline-offset-4"
              onClick={() => void removeUnreadable(key)}
            >
              Remove it for good
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** Hands the values to the reader as they are, key by key. */
function download(values: ReadonlyMap<string, string>): void {
  const text = JSON.stringify(Object.fromEntries(values), null, 2);
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  link.download = "offprint-unreadable.json";
  link.click();
  // The browser has taken the file over by then.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
