import type { ReactNode } from "react";

/** The first rows of a list, drawn plainly until what draws any number of them is there. */
export function FirstRows({
  count,
  total,
  renderRow,
  label,
}: {
  count: number;
  total: number;
  renderRow: (index: number) => ReactNode;
  label: string;
}) {
  return (
    <ol aria-label={label}>
      {Array.from({ length: Math.min(count, total) }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row's number is its identity.
        <li key={index} aria-setsize={total} aria-posinset={index + 1}>
          {renderRow(index)}
        </li>
      ))}
    </ol>
  );
}
