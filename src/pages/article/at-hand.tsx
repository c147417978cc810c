import { useAtHand } from "#data/offline/at-hand.ts";
import { page } from "#model/address.ts";
import { Link } from "#ui/link.tsx";
import { useMessages } from "#ui/messages/messages.tsx";
import messages from "./article-notices.messages.json";

/** Offers what can be read without the network, where a story can't. */
export function AtHand() {
  const { say } = useMessages(messages);
  const articles = useAtHand();
  if (articles.length === 0) return null;
  return (
    <section aria-label={say("atHand")} className="mx-auto max-w-[40.4rem] px-5 pb-16 wide:px-10">
      <h2 className="border-t border-rule pt-5 pb-1 text-label font-semibold tracking-[0.09em] text-faint uppercase">
        {say("atHand")}
      </h2>
      <ul>
        {articles.map(({ id, title }) => (
          <li key={id} className="border-b border-rule">
            <Link
              to={page.article.to(id)}
              className="block min-h-11 py-2.5 font-serif text-lead leading-snug [overflow-wrap:anywhere] hover:text-accent"
            >
              <bdi>{title}</bdi>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
