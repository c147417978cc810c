import { RowPlaceholder } from "#ui/story/row-placeholder.tsx";

/** Stands where the rows will. */
export function ListLoading() {
  return (
    <div role="status" aria-label="The stories are being loaded">
      {[0, 1, 2, 3].map((row) => (
        <RowPlaceholder key={row} />
      ))}
    </div>
  );
}
