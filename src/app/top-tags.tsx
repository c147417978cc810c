import { memo } from "react";
import { page } from "#model/address.ts";
import type { TopTerm } from "#model/edition.ts";
import { EMPTY_FILTER, withTerm } from "#model/filter.ts";
import { Link } from "#ui/link.tsx";
import { useLanguage, useMessages } from "#ui/messages/messages.tsx";
import messages from "#ui/shell/navigation.messages.json";

const RAIL_TAGS = 8;

/** The most used tags, as the rail has them. */
export const TopTags = memo(function TopTags({ tags }: { tags: readonly TopTerm[] }) {
  const { say } = useMessages(messages);
  const { locale } = useLanguage();
  if (tags.length === 0) return null;
  return (
    <nav aria-labelledby="rail-tags">
      <h2
        id="rail-tags"
        className="px-2 pb-2 text-label leading-none font-semibold tracking-[0.09em] text-faint uppercase"
      >
        {say("tags")}
      </h2>
      <ul>
        {tags.slice(0, RAIL_TAGS).map(([key, label, count]) => (
          <li key={key}>
            <Link
              to={page.latest.to(withTerm(EMPTY_FILTER, { kind: "tag", key }, "included"))}
              className="flex min-h-11 items-center gap-3 px-2 text-soft hover:text-ink"
            >
              <bdi className="my-1 line-clamp-2 leading-snug [overflow-wrap:anywhere]">{label}</bdi>
              <span className="ms-auto text-small text-faint tabular-nums">
                {count.toLocaleString(locale)}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
});
