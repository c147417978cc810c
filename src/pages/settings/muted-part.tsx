import { useState } from "react";
import { mute, unmute, useMutes } from "#data/device/mutes.ts";
import { useMessages } from "#ui/messages/messages.tsx";
import { Fold } from "#ui/settings/fold.tsx";
import { useTell } from "#ui/tell.tsx";
import messages from "./muted-part.messages.json";

/** What the reader wants to see nothing of. */
export function MutedPart() {
  const { say } = useMessages(messages);
  const mutes = useMutes();
  const tell = useTell();
  const [word, setWord] = useState("");
  return (
    <Fold id="muted" title={say("title")} state={mutes.map(({ label }) => label).join(", ")}>
      <p className="text-small text-faint">{say("about")}</p>
      <form
        className="mt-2 flex items-center gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          if (mute("word", word)) setWord("");
          else tell({ text: say("cannot") });
        }}
      >
        <input
          aria-label={say("fieldName")}
          placeholder={say("field")}
          maxLength={200}
          className="min-h-11 min-w-0 flex-1 border-b border-rule bg-transparent focus:border-accent"
          value={word}
          onChange={(event) => setWord(event.target.value)}
        />
        <button type="submit" className="min-h-11 underline decoration-accent underline-offset-4">
          {say("mute")}
        </button>
      </form>
      <ul>
        {mutes.map((each) => (
          <li key={each.id} className="flex items-center gap-4 border-b border-rule">
            <span className="min-w-0 flex-1 [overflow-wrap:anywhere]">
              <bdi>{each.label}</bdi>{" "}
              <span className="text-small text-faint">{say(each.kind)}</span>
            </span>
            <button
              type="button"
              aria-label={say("showOne", { label: each.label })}
              className="min-h-11 text-small underline decoration-accent underline-offset-4"
              onClick={() =>
                tell({ text: say("shown", { label: each.label }), undo: unmute(each) })
              }
            >
              {say("show")}
            </button>
          </li>
        ))}
      </ul>
    </Fold>
  );
}
