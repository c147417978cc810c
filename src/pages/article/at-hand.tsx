import { Link } from "react-router-dom";
import { useAtHand } from "#data/offline/at-hand.ts";
import { page } from "#model/address.ts";

/** Offers what can be read without the network, where a story can't. */
export function AtHand() {
  const articles = useAtHand();
  if (articles.length === 0) return null;
  return (
    <section aria-label="What can be read now" className="mx-auto max-w-[34rem] px-6 pb-16">
      <h2 className="border-t border-rule pt-5 text-small font-semibold">What can be read now</h2>
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
