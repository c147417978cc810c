import type { Summary } from "#model/article.ts";
import { type Mute, type MuteKind, muteId } from "#model/mute.ts";
import type { MenuItem } from "#ui/menu.tsx";
import { messagesOf, type Speech } from "#ui/messages/messages.tsx";
import type { Message } from "#ui/tell.tsx";
import messages from "./mute-items.messages.json";

/** Offered of a story's tags. */
const MOST_TAGS = 3;

/** Where what is muted is kept. */
type Mutes = {
  /** False where it can't be kept. */
  readonly mute: (kind: MuteKind, label: string) => boolean;
  readonly unmute: (mute: Mute) => unknown;
};

/** What of a story one can mute. */
export function muteItems(
  { source, tags }: Pick<Summary, "source" | "tags">,
  { mute, unmute }: Mutes,
  tell: (message: Message) => void,
  speech: Speech,
): MenuItem[] {
  const { say } = messagesOf(messages, speech);
  const item = (kind: "source" | "tag", label: string): MenuItem => ({
    label: say(kind, { label }),
    run: () => {
      if (!mute(kind, label)) {
        tell({ text: say("failed", { label }) });
        return;
      }
      tell({
        text: say("muted", { label }),
        undo: () => void unmute({ v: 1, id: muteId(kind, label), kind, label, changedAt: "" }),
      });
    },
  });
  return [
    ...(source === undefined ? [] : [item("source", source)]),
    ...tags.slice(0, MOST_TAGS).map((tag) => item("tag", tag)),
  ];
}
