import { useQueryClient } from "@tanstack/react-query";
import { useReadMarks, useSettings } from "#data/device/device.ts";
import { mute, unmute } from "#data/device/mutes.ts";
import { toggleRead, undoAct, undoLast, useActs } from "#data/device/reading-acts.ts";
import { nameView } from "#data/device/views.ts";
import type { StoryOrder } from "#data/edition/use-order.ts";
import type { ActWay } from "#model/act.ts";
import { page } from "#model/address.ts";
import { type Filter, filterToSearch } from "#model/filter.ts";
import { DENSITIES, type Settings } from "#model/settings.ts";
import readMessages from "#ui/article/read-button.messages.json";
import { Menu, type MenuItem } from "#ui/menu.tsx";
import { messagesOf, type Speech, useSpeech } from "#ui/messages/messages.tsx";
import formMessages from "#ui/settings/settings-form.messages.json";
import { actMessage, actWords } from "#ui/story/act-words.ts";
import { muteItems } from "#ui/story/mute-items.ts";
import { type Message, useTell } from "#ui/tell.tsx";
import type { ListLedger, MenuWish } from "./list-ledger.ts";
import messages from "./list-menu.messages.json";
import { markRange, markShown } from "./mark-rows.ts";

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
  const speech = useSpeech();
  const { say } = messagesOf(messages, speech);
  const tell = useTell();
  const read = useReadMarks();
  const [settings, change] = useSettings();
  const [last] = useActs();
  const pins = order.pinned.length;
  const index = rowOf(button) - pins;
  const mark = (way: ActWay, from: number, to: number) =>
    void markRange(client, order, { way, from, to }, speech).then(tell);
  const items: MenuItem[] = [];
  if (story) {
    items.push({
      label: messagesOf(readMessages, speech).say(read.has(story.id) ? "unread" : "read"),
      run: () => tell(actMessage(toggleRead(story), undoAct, speech)),
    });
    // What stands first of all stands there whatever its date.
    if (index >= 0) items.push(...neighbourItems(index, order.total, mark, say));
    items.push(...muteItems(story, { mute, unmute }, tell, speech));
  } else {
    items.push({
      label: say("shown"),
      run: () => void markShown(client, order, seen, speech).then(tell),
    });
    const search = filterToSearch(filter);
    if (search !== "") {
      items.push({ label: say("keepView"), run: () => tell(keepView(words, search, speech)) });
    }
  }
  if (last) {
    items.push({
      label: say("undo", { act: actWords(last.act, speech) }),
      run: () => {
        const undone = undoLast();
        if (undone) tell({ text: say("undone", { act: actWords(undone.act, speech) }) });
      },
    });
  }
  if (!story) items.push(...densityItems(settings, change, speech));
  return (
    <Menu
      label={story ? say("story", { title: story.title }) : say("list")}
      anchor={button}
      items={items}
      onClose={onClose}
    />
  );
}

/** How much of each story the rows of lists show. */
function densityItems(
  settings: Settings,
  change: (settings: Settings) => void,
  speech: Speech,
): MenuItem[] {
  const { say } = messagesOf(formMessages, speech);
  return DENSITIES.map((density) => ({
    label: say(density),
    isChosen: density === settings.density,
    run: () => change({ ...settings, density }),
  }));
}

function neighbourItems(
  index: number,
  total: number,
  mark: (way: ActWay, from: number, to: number) => void,
  say: (key: "above" | "below") => string,
): MenuItem[] {
  const above = { label: say("above"), run: () => mark("above", 0, index) };
  const below = { label: say("below"), run: () => mark("below", index + 1, total) };
  return [...(index > 0 ? [above] : []), ...(index + 1 < total ? [below] : [])];
}

/** The number of a row, counted with those that stand first of all. */
function rowOf(button: HTMLElement): number {
  return Number(button.closest("li")?.getAttribute("aria-posinset")) - 1;
}

function keepView(words: string, search: string, speech: Speech): Message {
  const { say } = messagesOf(messages, speech);
  return nameView(words, search)
    ? { text: say("kept", { name: words }), way: { label: say("views"), to: page.views.to() } }
    : { text: say("notKept") };
}
