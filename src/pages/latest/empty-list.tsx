import { Link } from "react-router-dom";
import { page } from "#model/address.ts";
import { EMPTY_FILTER, type Filter, isEmptyFilter } from "#model/filter.ts";
import { Notice } from "#ui/notice.tsx";

/** What stands in place of a list that no story is in. */
export function EmptyList({ filter }: { filter: Filter }) {
  if (isEmptyFilter(filter)) {
    return (
      <Notice title="No story has been published yet" headingLevel={2}>
        <p>When the first one is, it will stand here.</p>
      </Notice>
    );
  }
  const isAll = filter.match === "all" && filter.include.length > 1;
  return (
    <Notice
      title="No story fits this filter"
      headingLevel={2}
      actions={
        <>
          {isAll ? (
            <Link to={page.latest.to({ ...filter, match: "any" })}>Stories with any of them</Link>
          ) : null}
          <Link to={page.latest.to(EMPTY_FILTER)}>All stories</Link>
          <Link to={page.tags.to(filter)}>Change the filter</Link>
        </>
      }
    >
      <p>Take something out of it, or look for one part of it alone.</p>
    </Notice>
  );
}
