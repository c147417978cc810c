import { useQueryClient } from "@tanstack/react-query";
import { useReadMarks } from "#data/device/device.ts";
import { toggleRead, undoAct, undoLast, useActs } from "#data/device/reading-acts.ts";
import { nameView } from "#data/device/views.ts";
import type { StoryOrder } from "#data/edition/use-order.ts";
import type { ActWay } from "#model/act.ts";
import { page } from "#model/address.ts";
import { type Filter, filterToSearch } from "#model/filter.ts";
import { Menu, type MenuItem } from "#ui/menu.tsx";
import { actMessage, actWords } from "#ui/story/act-words.ts";
import { type Message, useTell } from "#ui/tell.tsx";
import type { ListLedger, MenuWish } from "./list-ledger.ts";
import { markRange, markShown } from "./mark-rows.ts";
import { muteItems } from "./mute-items.ts";

/** What one can do with a list, or from one of its stories on. */
export function ListMenu({
  wish: { story, button },
  order,
  filter,
  words,
  seen,
  onClose,
}: {
  wish: MenuWish;
  order: StoryOrder;
  filter: Filter;
  /** The filter in words: how a view of it is called at first. */
  words: string;
  /** The rows that were in sight since the list was opened. */
  seen: ListLedger;
  onClose: () => void;
}) {
  const client = useQueryClient();
  const tell = useTell();
  const read = useReadMarks();
  const [last] = useActs();
  const pins = order.pinned.length;
  const index = rowOf(button) - pins;
  const mark = (way: ActWay, from: number, to: number) =>
    void markRange(client, order, { way, from, to }).then(tell);
  const items: MenuItem[] = [];
  if (story) {
    items.push({
      label: read.has(story.id) ? "Mark as unread" : "Mark as read",
      run: () => tell(actMessage(toggleRead(story), undoAct)),
    });
    // What stands first of all stands there whatever its date.
    if (index >= 0) items.push(...neighbourItems(index, order.total, mark));
    items.push(...muteItems(story, tell));
  } else {
    items.push({
      label: "Mark all shown as read",
      run: () => void markShown(client, order, seen).then(tell),
    });
    const search = filterToSearch(filter);
    if (search !== "") {
      items.push({ label: "Keep this filter as a view", run: () => tell(keepView(words, search)) });
    }
  }
  if (last) {
    items.push({
      label: `Undo: ${actWords(last.act)}`,
      run: () => {
        const undone = undoLast();
        if (undone) tell({ text: `Taken back: ${actWords(undone.act)}` });
      },
    });
  }
  return (
    <Menu
      label={story ? `“${story.title}”` : "The list"}
      anchor={button}
      items={items}
      onClose={onClose}
    />
  );
}

function neighbourItems(
  index: number,
  total: number,
  mark: (way: ActWay, from: number, to: number) => void,
): MenuItem[] {
  const above = { label: "Mark all above as read", run: () => mark("above", 0, index) };
  const below = { label: "Mark all below as read", run: () => mark("below", index + 1, total) };
  return [...(index > 0 ? [above] : []), ...(index + 1 < total ? [below] : [])];
}

/** The number of a row, counted with those that stand first of all. */
function rowOf(button: HTMLElement): number {
  return Number(button.closest("li")?.getAttribute("aria-posinset")) - 1;
}

function keepView(words: string, search: string): Message {
  return nameView(words, search)
    ? { text: `Kept as a view: “${words}”`, way: { label: "Views", to: page.views.to() } }
    : { text: "The view could not be kept: the browser keeps nothing more" };
}
