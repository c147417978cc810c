import type { Article } from "#model/article.ts";
import { type Address, Link } from "#ui/link.tsx";
import { useMessages } from "#ui/messages/messages.tsx";
import messages from "./article.messages.json";

type Neighbour = { id: string; title: string; digest: string };

/** Stories on the same subject. */
export function Related({
  article,
  toStory,
}: {
  article: Article;
  toStory: (id: string) => Address;
}) {
  const { say } = useMessages(messages);
  if (article.related.length === 0) return null;
  return (
    <section className="no-print mt-6 border-t border-rule pt-5" aria-labelledby="related">
      <h2 id="related" className="text-label font-semibold tracking-[0.09em] text-faint uppercase">
        {say("related")}
      </h2>
      <ul className="mt-1">
        {article.related.map((story) => (
          <li key={story.id}>
            <Link
              to={toStory(story.id)}
              // Its own direction and edge; what is within bdi would not count for that.
              dir="auto"
              className="flex min-h-11 items-center py-1.5 font-serif text-lead leading-snug [overflow-wrap:anywhere] hover:text-accent"
            >
              {story.title}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The stories before and after this one in the list that one came from. */
export function Neighbours({
  previous,
  next,
  toStory,
}: {
  previous: Neighbour | undefined;
  next: Neighbour | undefined;
  toStory: (id: string) => Address;
}) {
  const { say } = useMessages(messages);
  if (!(previous || next)) return null;
  return (
    <nav
      aria-label={say("neighbours")}
      className="no-print mt-6 grid gap-x-8 border-t border-rule pt-3 wide:grid-cols-2"
    >
      {previous ? (
        <Link
          to={toStory(previous.id)}
          state={{ digest: previous.digest }}
          rel="prev"
          className="group block min-w-0 py-2"
        >
          <span className="text-small text-faint">{say("previous")}</span>
          <bdi className="block [overflow-wrap:anywhere] font-serif text-lead leading-snug within-hover:text-accent">
            {previous.title}
          </bdi>
        </Link>
      ) : (
        <span />
      )}
      {next ? (
        <Link
          to={toStory(next.id)}
          state={{ digest: next.digest }}
          rel="next"
          className="group block min-w-0 py-2 wide:text-end"
        >
          <span className="text-small text-faint">{say("next")}</span>
          <bdi className="block [overflow-wrap:anywhere] font-serif text-lead leading-snug within-hover:text-accent">
            {next.title}
          </bdi>
        </Link>
      ) : null}
    </nav>
  );
}
