import type { ReactNode } from "react";

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
