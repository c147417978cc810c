import { useEffect, useState } from "react";
import { useLocation } from "react-router-dom";
import { useReadMarks } from "#data/device/device.ts";
import { endQueue, keepQueue, readQueue } from "#data/reading-queue.ts";
import { page } from "#model/address.ts";
import { minutesFrom, QUEUE_MINUTES, type ReadingQueue } from "#model/reading-queue.ts";
import { Link } from "#ui/link.tsx";
import { useLanguage, useMessages } from "#ui/messages/messages.tsx";
import messages from "./minutes-page.messages.json";
import { useCandidates } from "./use-candidates.ts";

/** A few stories for as long as the reader has: a queue that ends. */
export function MinutesPage() {
  const { say } = useMessages(messages);
  const { locale } = useLanguage();
  const { search } = useLocation();
  const minutes = minutesFrom(search);
  useEffect(() => {
    document.title = say("windowTitle", { minutes });
  }, [minutes, say]);
  return (
    <div className="mx-auto max-w-[40.4rem] px-5 py-6 wide:px-10 wide:py-12">
      <h1 tabIndex={-1} className="font-serif text-title font-medium tracking-tight outline-none">
        {say("title", { minutes })}
      </h1>
      <nav
        aria-label={say("howMany")}
        className="mt-2 mb-4 flex flex-wrap gap-x-6 text-base text-soft"
      >
        {QUEUE_MINUTES.map((each) => (
          <Link
            key={each}
            to={page.minutes.to(each)}
            aria-current={each === minutes ? "page" : undefined}
            className="inline-flex min-h-11 min-w-6 items-center hover:text-ink aria-[current]:text-ink"
          >
            <span className="border-accent pt-0.5 pb-1 [[aria-current]_&]:border-b-2 [[aria-current]_&]:pb-0.5">
              {each.toLocaleString(locale)}
            </span>
          </Link>
        ))}
      </nav>
      <Minutes key={minutes} minutes={minutes} />
    </div>
  );
}

function Minutes({ minutes }: { minutes: ReadingQueue["minutes"] }) {
  const [begun, setBegun] = useState(() => readQueue(minutes));
  const [round, setRound] = useState(0);
  const again = () => {
    endQueue(minutes);
    setBegun(null);
    setRound(round + 1);
  };
  return begun ? (
    <Queue queue={begun} onAgain={again} />
  ) : (
    <NewQueue key={round} minutes={minutes} onAgain={again} />
  );
}

/** A queue that is not begun yet: it is what it would be now. */
function NewQueue({ minutes, onAgain }: { minutes: ReadingQueue["minutes"]; onAgain: () => void }) {
  const queue = useCandidates(minutes);
  return queue ? <Queue queue={queue} onAgain={onAgain} /> : <p role="status">…</p>;
}

function Queue({ queue, onAgain }: { queue: ReadingQueue; onAgain: () => void }) {
  const { say } = useMessages(messages);
  const read = useReadMarks();
  const { minutes, stories } = queue;
  const next = stories.find(({ id }) => !read.has(id));
  const sum = stories.reduce((all, story) => all + story.minutes, 0);
  if (stories.length === 0) {
    return <p className="font-serif text-lead text-soft text-pretty">{say("none")}</p>;
  }
  return (
    <>
      <p role="status" className="font-serif text-lead text-soft text-pretty">
        {next ? say("queue", { count: stories.length, sum }) : say("done", { sum })}
      </p>
      <ol className="mt-4 border-t border-rule">
        {stories.map((story) => (
          <li key={story.id} className="border-b border-rule">
            <Link
              to={page.minutes.story(story.id, story.isSaved, minutes)}
              onClick={() => keepQueue(queue)}
              className={`flex min-h-11 items-baseline gap-4 py-2.5 font-serif text-lead leading-snug hover:text-accent ${
                read.has(story.id) ? "text-soft" : "font-semibold"
              }`}
            >
              <bdi className="min-w-0 flex-1 [overflow-wrap:anywhere]">{story.title}</bdi>
              <span className="font-sans text-small font-normal text-faint tabular-nums">
                {say(read.has(story.id) ? "read" : "long", {
                  saved: story.isSaved ? "yes" : "no",
                  minutes: story.minutes,
                })}
              </span>
            </Link>
          </li>
        ))}
      </ol>
      {next ? (
        <Link
          to={page.minutes.story(next.id, next.isSaved, minutes)}
          onClick={() => keepQueue(queue)}
          className="mt-5 inline-flex min-h-11 items-center rounded-[3px] bg-ink px-5 font-semibold text-page"
        >
          {say(next === stories[0] ? "begin" : "goOn")}
        </Link>
      ) : (
        <button
          type="button"
          onClick={onAgain}
          className="mt-5 min-h-11 underline decoration-accent underline-offset-4"
        >
          {say("another", { minutes })}
        </button>
      )}
    </>
  );
}
