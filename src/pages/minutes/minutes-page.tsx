import { useEffect, useState } from "react";
import { Link, useLocation } from "react-router-dom";
import { useReadMarks } from "#data/device/device.ts";
import { endQueue, keepQueue, readQueue } from "#data/reading-queue.ts";
import { page } from "#model/address.ts";
import { minutesFrom, QUEUE_MINUTES, type ReadingQueue } from "#model/reading-queue.ts";
import { useCandidates } from "./use-candidates.ts";

/** A few stories for as long as the reader has: a queue that ends. */
export function MinutesPage() {
  const { search } = useLocation();
  const minutes = minutesFrom(search);
  useEffect(() => {
    document.title = `${minutes} minutes`;
  }, [minutes]);
  return (
    <div className="mx-auto max-w-[34rem] px-5 py-8 wide:px-10 wide:py-12">
      <h1 tabIndex={-1} className="font-serif text-title font-medium tracking-tight outline-none">
        I have {minutes} minutes
      </h1>
      <nav aria-label="How many" className="mt-2 mb-4 flex flex-wrap gap-x-6 text-base text-soft">
        {QUEUE_MINUTES.map((each) => (
          <Link
            key={each}
            to={page.minutes.to(each)}
            aria-current={each === minutes ? "page" : undefined}
            className="inline-flex min-h-11 min-w-8 items-center border-b-2 border-transparent aria-[current]:border-accent aria-[current]:text-ink"
          >
            {each}
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
  const read = useReadMarks();
  const { minutes, stories } = queue;
  const next = stories.find(({ id }) => !read.has(id));
  const sum = stories.reduce((all, story) => all + story.minutes, 0);
  if (stories.length === 0) {
    return (
      <p className="font-serif text-lead text-soft text-pretty">
        No unread story is as short as that. Take a little longer, or look at the list.
      </p>
    );
  }
  return (
    <>
      <p role="status" className="font-serif text-lead text-soft text-pretty">
        {next
          ? `${stories.length === 1 ? "One story" : `${stories.length} stories`}, ${sum} minutes in all. Then you are done.`
          : `You are done: ${sum} minutes, all of it read.`}
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
                {story.isSaved ? "saved · " : ""}
                {read.has(story.id) ? "read" : `${story.minutes} min`}
              </span>
            </Link>
          </li>
        ))}
      </ol>
      {next ? (
        <Link
          to={page.minutes.story(next.id, next.isSaved, minutes)}
          onClick={() => keepQueue(queue)}
          className="mt-5 inline-flex min-h-11 items-center bg-ink px-5 font-semibold text-page"
        >
          {next === stories[0] ? "Begin" : "Go on"}
        </Link>
      ) : (
        <button
          type="button"
          onClick={onAgain}
          className="mt-5 min-h-11 underline decoration-accent underline-offset-4"
        >
          Another {minutes} minutes
        </button>
      )}
    </>
  );
}
