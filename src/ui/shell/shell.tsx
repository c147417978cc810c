import type { ReactNode } from "react";
import { useMessages } from "#ui/messages/messages.tsx";
import messages from "./navigation.messages.json";

/**
 * The three panes. Wide screens show all of them; narrow ones show the list or the main pane, and the other keeps its
 * place unseen.
 */
export function Shell({
  shows,
  rail,
  list,
  listName,
  main,
  tabs,
}: {
  shows: "list" | "main";
  rail: ReactNode;
  list: ReactNode;
  listName: string;
  main: ReactNode;
  tabs: ReactNode;
}) {
  const { say } = useMessages(messages);
  return (
    <div className="shell" data-shows={shows}>
      <button
        type="button"
        className="no-print sr-only focus:not-sr-only focus:absolute focus:start-2 focus:top-2 focus:z-50 focus:bg-raised focus:p-3"
        onClick={() => document.getElementById("main-pane")?.focus()}
      >
        {say("skip")}
      </button>
      {rail}
      {/* One landmark around both: on a phone either of them is what the page is about. */}
      <main className="contents">
        <section className="pane list" aria-label={listName} id="list-pane">
          {list}
        </section>
        <section className="pane main" aria-label={say("story")} id="main-pane" tabIndex={-1}>
          {main}
        </section>
      </main>
      {tabs}
    </div>
  );
}
