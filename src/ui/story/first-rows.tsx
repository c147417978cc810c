import type { ReactNode } from "react";
import type { ListPlace } from "#model/list-place.ts";

/** The first rows of a list, drawn plainly until what draws any number of them is there. */
export function FirstRows({
  count,
  total,
  renderRow,
  label,
  dataOf,
}: {
  count: number;
  total: number;
  renderRow: (index: number) => ReactNode;
  label: string;
  /** What a document carries with a row, for the app to read. */
  dataOf?: (index: number) => string | undefined;
}) {
  return (
    <ol aria-label={label}>
      {Array.from({ length: Math.min(count, total) }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row's number is its identity.
        <li key={index} aria-setsize={total} aria-posinset={index + 1} data-story={dataOf?.(index)}>
          {renderRow(index)}
        </li>
      ))}
    </ol>
  );
}

/** Where the reader stands in such rows; null at their top, and where there are none. */
export function placeInRows(pane: Element | null): ListPlace | null {
  const head = pane?.querySelector("header")?.getBoundingClientRect().bottom ?? 0;
  if (!pane || pane.scrollTop === 0) return null;
  const rows = [...pane.querySelectorAll("ol > li")].map((row) => row.getBoundingClientRect());
  const index = rows.findIndex(({ bottom }) => bottom > head);
  const row = rows[index];
  return row ? { index, offset: Math.max(0, head - row.top) } : null;
}
