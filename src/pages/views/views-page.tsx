import { useEffect, useState } from "react";
import { useReadMarks } from "#data/device/device.ts";
import { removeView, renameView, useNamedViews } from "#data/device/views.ts";
import { useOrder } from "#data/edition/use-order.ts";
import { useUnread } from "#data/edition/use-unread.ts";
import { page } from "#model/address.ts";
import { filterFromSearch } from "#model/filter.ts";
import type { NamedView } from "#model/named-view.ts";
import { Link } from "#ui/link.tsx";
import { messagesOf, useMessages, useSpeech } from "#ui/messages/messages.tsx";
import { atLeast } from "#ui/story/act-words.ts";
import { useTell } from "#ui/tell.tsx";
import messages from "./views-page.messages.json";

/** The filters to which the reader gave names. */
export function ViewsPage() {
  const { say } = useMessages(messages);
  const views = useNamedViews();
  useEffect(() => {
    document.title = say("title");
  }, [say]);
  return (
    <div className="mx-auto max-w-[40.4rem] px-5 py-6 wide:px-10 wide:py-12">
      <h1 tabIndex={-1} className="font-serif text-title font-medium tracking-tight outline-none">
        {say("title")}
      </h1>
      <p className="mt-1 mb-6 font-serif text-lead text-soft text-pretty">
        {say(views.length === 0 ? "none" : "some")}
      </p>
      {views.length === 0 ? (
        <Link
          to={page.tags.to()}
          className="inline-flex min-h-11 items-center underline decoration-accent underline-offset-4"
        >
          {say("choose")}
        </Link>
      ) : (
        <ul className="border-t border-rule">
          {views.map((view) => (
            <ViewLine key={view.id} view={view} />
          ))}
        </ul>
      )}
    </div>
  );
}

function ViewLine({ view }: { view: NamedView }) {
  const { say } = useMessages(messages);
  const [isNaming, setNaming] = useState(false);
  const tell = useTell();
  const remove = () => {
    tell({ text: say("removed", { name: view.name }), undo: removeView(view) });
  };
  return (
    <li className="border-b border-rule py-2">
      {isNaming ? (
        <NameField view={view} onDone={() => setNaming(false)} />
      ) : (
        <div className="flex flex-wrap items-center gap-x-5">
          <Link
            to={page.latest.to(filterFromSearch(view.search))}
            className="flex min-h-11 min-w-0 flex-1 basis-40 items-center gap-3 py-2.5 font-serif text-lead leading-snug hover:text-accent"
          >
            <bdi className="[overflow-wrap:anywhere]">{view.name}</bdi>
          </Link>
          <ViewCount view={view} />
          <span className="flex gap-4 text-small text-soft">
            <button
              type="button"
              aria-label={say("renameOne", { name: view.name })}
              className="min-h-11 hover:text-ink hover:underline"
              onClick={() => setNaming(true)}
            >
              {say("rename")}
            </button>
            <button
              type="button"
              aria-label={say("removeOne", { name: view.name })}
              className="min-h-11 hover:text-ink hover:underline"
              onClick={remove}
            >
              {say("remove")}
            </button>
          </span>
        </div>
      )}
    </li>
  );
}

function NameField({ view, onDone }: { view: NamedView; onDone: () => void }) {
  const { say } = useMessages(messages);
  const [name, setName] = useState(view.name);
  const tell = useTell();
  return (
    <form
      className="flex items-center gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() !== view.name) {
          tell({ text: say("renamed", { name: view.name }), undo: renameView(view, name) });
        }
        onDone();
      }}
    >
      <input
        // biome-ignore lint/a11y/noAutofocus: the reader asked for it by name.
        autoFocus
        aria-label={say("newName", { name: view.name })}
        maxLength={80}
        className="min-h-11 min-w-0 flex-1 border-b border-accent bg-transparent font-serif text-lead"
        value={name}
        onChange={(event) => setName(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === "Escape") onDone();
        }}
      />
      <button type="submit" className="min-h-11 text-small hover:underline">
        {say("keep")}
      </button>
    </form>
  );
}

function ViewCount({ view }: { view: NamedView }) {
  const [now] = useState(() => new Date());
  const state = useOrder(filterFromSearch(view.search), now);
  if (state.status !== "ready") return null;
  return <Count order={state} />;
}

function Count({ order }: { order: Parameters<typeof useUnread>[0] }) {
  const speech = useSpeech();
  const unread = useUnread(order, useReadMarks());
  return unread ? (
    <span className="text-small text-faint tabular-nums">
      {messagesOf(messages, speech).say("unread", {
        number: atLeast(unread.count, unread.isWhole, speech),
      })}
    </span>
  ) : null;
}
