import { removeUnreadable, unreadableValues, type useSaved } from "#data/device/device.ts";
import { useRemoved } from "#data/device/read-later.ts";
import { page } from "#model/address.ts";
import { narrows, PLAIN_VIEW, type SavedView, type ShelfName } from "#model/saved-view.ts";
import { Link } from "#ui/link.tsx";
import { useMessages } from "#ui/messages/messages.tsx";
import { Notice } from "#ui/notice.tsx";
import ways from "#ui/shell/ways.messages.json";
import messages from "./saved-notices.messages.json";
import { toView } from "./view-panel.tsx";

/** Those of which all may have gone, while there is something on others. */
const SHELVES_THAT_EMPTY = ["toread", "unread", "archived"] as const;

/** What stands in place of the list when nothing is in it. */
export function NothingSaved({
  view,
  elsewhere,
}: {
  view: SavedView;
  /** How much there is on other shelves. */
  elsewhere: ReadonlyMap<ShelfName, number>;
}) {
  const { say } = useMessages(messages);
  const all = elsewhere.get("all") ?? 0;
  if (all === 0) return <NothingAtAll />;
  const archived = elsewhere.get("archived") ?? 0;
  const shelf = SHELVES_THAT_EMPTY.find((each) => each === view.shelf);
  if (shelf !== undefined && !narrows(view)) {
    return (
      <Notice
        title={say(`${shelf}Title`)}
        headingLevel={2}
        actions={
          <>
            <Link to={toView({ ...PLAIN_VIEW, shelf: "all" })}>{say("all")}</Link>
            {archived > 0 && shelf !== "archived" ? (
              <Link to={toView({ ...PLAIN_VIEW, shelf: "archived" })}>{say("archive")}</Link>
            ) : null}
          </>
        }
      >
        <p>{say(shelf)}</p>
      </Notice>
    );
  }
  return (
    <Notice
      title={say("noneTitle")}
      headingLevel={2}
      actions={<Link to={toView({ ...PLAIN_VIEW, shelf: "all" })}>{say("all")}</Link>}
    >
      <p>{say("none")}</p>
    </Notice>
  );
}

function NothingAtAll() {
  const { say } = useMessages(messages);
  const { say: sayWay } = useMessages(ways);
  const { data: removed } = useRemoved();
  return (
    <Notice
      title={say("emptyTitle")}
      headingLevel={2}
      actions={
        <>
          <Link to={page.latest.to()}>{sayWay("latest")}</Link>
          <Link to={page.transfer.to()}>{say("backup")}</Link>
          {removed && removed.length > 0 ? (
            <Link to={toView({ ...PLAIN_VIEW, shelf: "removed" })}>{say("removed")}</Link>
          ) : null}
        </>
      }
    >
      <p>{say("empty")}</p>
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
  const { say } = useMessages(messages);
  if (isKept && values.length === 0) return null;
  return (
    <div
      role="alert"
      className="border-b border-rule bg-raised px-4 py-3 text-small text-soft wide:px-6"
    >
      {isKept ? null : <p>{say("nothingKept")}</p>}
      {values.length === 0 ? null : <UnreadableValues values={values} />}
    </div>
  );
}

function UnreadableValues({ values }: { values: readonly UnreadableValue[] }) {
  const { say } = useMessages(messages);
  return (
    <details>
      <summary className="min-h-11 cursor-pointer py-3">
        {say("unreadable", { count: values.length })}
      </summary>
      <button
        type="button"
        className="min-h-11 underline decoration-accent underline-offset-4"
        onClick={() => download(unreadableValues())}
      >
        {say("keepFile")}
      </button>
      <ul>
        {values.map(({ key, reason }) => (
          <li key={key} className="border-t border-rule py-2">
            <bdi>
              <code className="[overflow-wrap:anywhere]">{key}</code>: {reason}
            </bdi>
            <button
              type="button"
              className="block min-h-11 underline decoration-accent underline-offset-4"
              onClick={() => void removeUnreadable(key)}
            >
              {say("remove")}
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
