import { useState } from "react";
import { mute, unmute } from "#data/device/mutes.ts";
import type { Article } from "#model/article.ts";
import { Menu } from "#ui/menu.tsx";
import { messagesOf, useSpeech } from "#ui/messages/messages.tsx";
import { Icon } from "#ui/shell/icon.tsx";
import { muteItems } from "#ui/story/mute-items.ts";
import messages from "#ui/story/story-row.messages.json";
import { useTell } from "#ui/tell.tsx";

/** What of an article one can mute; nothing where it names neither source nor tags. */
export function ArticleMenu({ article }: { article: Article }) {
  const [button, setButton] = useState<HTMLElement | null>(null);
  const tell = useTell();
  const speech = useSpeech();
  const { say } = messagesOf(messages, speech);
  const items = muteItems(article, { mute, unmute }, tell, speech);
  if (items.length === 0) return null;
  const label = say("moreFor", { title: article.title });
  return (
    <>
      <button
        type="button"
        aria-label={label}
        aria-haspopup="menu"
        title={say("more")}
        onClick={({ currentTarget }) => setButton(currentTarget)}
        className="grid size-11 place-items-center rounded-full text-soft hover:text-ink"
      >
        <Icon name="more" />
      </button>
      {button ? (
        <Menu label={label} anchor={button} items={items} onClose={() => setButton(null)} />
      ) : null}
    </>
  );
}
