import { useLocation } from "react-router-dom";
import { page } from "#model/address.ts";
import { queueFrom, type ReadingQueue } from "#model/reading-queue.ts";
import { type Address, Link } from "#ui/link.tsx";
import { useMessages } from "#ui/messages/messages.tsx";
import messages from "./queue-ways.messages.json";

/** The way on from an article that was opened in a queue, and its end. */
export function QueueWays({ queue, id }: { queue: ReadingQueue; id: string }) {
  const { say } = useMessages(messages);
  const { minutes, stories } = queue;
  const at = stories.findIndex((story) => story.id === id);
  const next = stories[at + 1];
  const left = stories.slice(at + 1).reduce((sum, story) => sum + story.minutes, 0);
  return (
    <nav aria-label={say("queue")} className="no-print mt-6 border-t border-rule pt-3">
      {next ? (
        <Link
          to={page.minutes.story(next.id, next.isSaved, minutes)}
          rel="next"
          className="group block min-w-0 py-2"
        >
          <span className="text-small text-faint">{say("next", { minutes, left })}</span>
          <bdi className="block [overflow-wrap:anywhere] font-serif text-lead leading-snug within-hover:text-accent">
            {next.title}
          </bdi>
        </Link>
      ) : (
        <>
          <p className="py-2 font-serif text-lead">{say("last", { minutes })}</p>
          <Link
            to={page.minutes.to(minutes)}
            className="inline-flex min-h-11 items-center underline decoration-accent underline-offset-4"
          >
            {say("read")}
          </Link>
        </>
      )}
    </nav>
  );
}

/** The way back from an article: to the queue in which it was opened, else to its list. */
export function useWayBack(toList: Address, listWords: string) {
  const { say } = useMessages(messages);
  const minutes = queueFrom(useLocation().search);
  return minutes === null
    ? { back: toList, backLabel: listWords }
    : { back: page.minutes.to(minutes), backLabel: say("back", { minutes }) };
}
