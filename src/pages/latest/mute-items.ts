import { mute, unmute } from "#data/device/mutes.ts";
import type { Summary } from "#model/article.ts";
import { type MuteKind, muteId } from "#model/mute.ts";
import type { MenuItem } from "#ui/menu.tsx";
import type { Message } from "#ui/tell.tsx";

/** Offered of a story's tags. */
const MOST_TAGS = 3;

/** What of a story one can mute. */
export function muteItems({ source, tags }: Summary, tell: (message: Message) => void): MenuItem[] {
  const item = (kind: MuteKind, label: string): MenuItem => ({
    label: kind === "source" ? `Mute ${label}` : `Mute the tag ${label}`,
    run: () => {
      const id = muteId(kind, label);
      if (!mute(kind, label)) {
        tell({ text: `“${label}” could not be muted: the browser keeps nothing more` });
        return;
      }
      tell({
        text: `Muted: “${label}”. How many that hides stands above the list`,
        undo: () => void unmute({ v: 1, id, kind, label, changedAt: "" }),
      });
    },
  });
  return [
    ...(source === undefined ? [] : [item("source", source)]),
    ...tags.slice(0, MOST_TAGS).map((tag) => item("tag", tag)),
  ];
}
