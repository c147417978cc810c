import type { StoryOrder } from "#data/edition/use-order.ts";
import { useListAhead } from "./list-ahead.ts";
import type { ListLedger, MenuWish } from "./list-ledger.ts";
import { ListMenu } from "./list-menu.tsx";
import { useListWatch } from "./list-watch.ts";

/** What stands in the head of the list beside its number: what is unread or hidden, and what one can do with all of it. */
export function ListTools({
  order,
  ledger,
  wish,
  onWish,
}: {
  order: StoryOrder;
  ledger: ListLedger;
  /** Whose menu is open. */
  wish: MenuWish | null;
  onWish: (wish: MenuWish | null) => void;
}) {
  useListWatch(ledger);
  useListAhead(ledger);
  return (
    <>
      {wish ? (
        <ListMenu wish={wish} order={order} seen={ledger} onClose={() => onWish(null)} />
      ) : null}
    </>
  );
}
