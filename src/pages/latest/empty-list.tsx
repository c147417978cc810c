import { page } from "#model/address.ts";
import { EMPTY_FILTER, type Filter, isEmptyFilter } from "#model/filter.ts";
import { Link } from "#ui/link.tsx";
import { useMessages } from "#ui/messages/messages.tsx";
import { Notice } from "#ui/notice.tsx";
import messages from "./empty-list.messages.json";

/** What stands in place of a list that no story is in. */
export function EmptyList({ filter }: { filter: Filter }) {
  const { say } = useMessages(messages);
  if (isEmptyFilter(filter)) {
    return (
      <Notice title={say("none")} headingLevel={2}>
        <p>{say("noneWhy")}</p>
      </Notice>
    );
  }
  const isAll = filter.match === "all" && filter.include.length > 1;
  return (
    <Notice
      title={say("noFit")}
      headingLevel={2}
      actions={
        <>
          {isAll ? (
            <Link to={page.latest.to({ ...filter, match: "any" })}>{say("any")}</Link>
          ) : null}
          <Link to={page.latest.to(EMPTY_FILTER)}>{say("all")}</Link>
          <Link to={page.tags.to(filter)}>{say("change")}</Link>
        </>
      }
    >
      <p>{say("noFitWhy")}</p>
    </Notice>
  );
}
