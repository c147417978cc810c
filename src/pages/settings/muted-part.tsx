import { useState } from "react";
import { mute, unmute, useMutes } from "#data/device/mutes.ts";
import type { Mute } from "#model/mute.ts";
import { useTell } from "#ui/tell.tsx";

const KINDS: Record<Mute["kind"], string> = { word: "Word", tag: "Tag", source: "Source" };

/** What the reader wants to see nothing of. */
export function MutedPart() {
  const mutes = useMutes();
  const tell = useTell();
  const [word, setWord] = useState("");
  return (
    <section aria-labelledby="muted" className="mt-8 border-t border-rule pt-6">
      <h2 id="muted" className="font-serif text-head font-medium">
        Muted
      </h2>
      <p className="mt-1 text-small text-faint">
        Stories with these words in their headline or their first lines, with these tags or from
        these sources are hidden. How many they are always stands above the list.
      </p>
      <form
        className="mt-2 flex items-center gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          if (mute("word", word)) setWord("");
          else tell({ text: "That can’t be muted: it has no letter in it" });
        }}
      >
        <input
          aria-label="A word or words to mute"
          placeholder="A word or words"
          maxLength={200}
          className="min-h-11 min-w-0 flex-1 border-b border-rule bg-transparent focus:border-accent"
          value={word}
          onChange={(event) => setWord(event.target.value)}
        />
        <button type="submit" className="min-h-11 underline decoration-accent underline-offset-4">
          Mute
        </button>
      </form>
      <ul>
        {mutes.map((each) => (
          <li key={each.id} className="flex items-center gap-4 border-b border-rule">
            <span className="min-w-0 flex-1 [overflow-wrap:anywhere]">
              <bdi>{each.label}</bdi>{" "}
              <span className="text-small text-faint">{KINDS[each.kind]}</span>
            </span>
            <button
              type="button"
              aria-label={`Show “${each.label}” again`}
              className="min-h-11 text-small underline decoration-accent underline-offset-4"
              onClick={() => tell({ text: `“${each.label}” is shown again`, undo: unmute(each) })}
            >
              Show again
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
