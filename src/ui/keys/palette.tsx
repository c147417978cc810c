import { type KeyboardEvent, useDeferredValue, useId, useState } from "react";
import { Dialog } from "#ui/dialog.tsx";
import { useMessages } from "#ui/messages/messages.tsx";
import { Icon } from "#ui/shell/icon.tsx";
import { Keys } from "./keys.tsx";
import messages from "./palette.messages.json";

/** Something that was found: what is done with it when it is chosen. */
export type Finding = {
  readonly id: string;
  readonly label: string;
  /** What it is, where its name does not say so. */
  readonly detail?: string | undefined;
  /** The edition's own words have its language. */
  readonly lang?: string | undefined;
  /** A headline is set as one. */
  readonly isStory?: boolean;
  readonly keys?: readonly string[];
  readonly run: () => void;
};

export type FindingGroup = { readonly name: string; readonly findings: readonly Finding[] };

/** As many as are in sight: it opens with these of the first group, and the others follow behind its first frame. */
const IN_SIGHT = 12;

/** One field that finds anything: a list to choose from, by key or by pointer, while one types. */
export function Palette({
  text,
  onText,
  groups,
  isLoading,
  onClose,
}: {
  text: string;
  onText: (text: string) => void;
  groups: readonly FindingGroup[];
  isLoading: boolean;
  onClose: () => void;
}) {
  const { say } = useMessages(messages);
  const list = useId();
  const all = groups.flatMap(({ findings }) => findings);
  const isOpen = useDeferredValue(true, false);
  const drawn = isOpen ? groups : groups.slice(0, 1).map(firstOf);
  const [wanted, setWanted] = useState<string | null>(null);
  // What one went to may not be found any more by what was typed since.
  const at = Math.max(
    0,
    all.findIndex(({ id }) => id === wanted),
  );
  const chosen = all[at];
  const choose = (finding: Finding) => {
    // First the focus goes back to where it was: what is chosen may move it on.
    onClose();
    setTimeout(finding.run);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && all.length > 0) {
      event.preventDefault();
      const next = all.at((at + step) % all.length);
      setWanted(next?.id ?? null);
      document.getElementById(`${list}-${next?.id}`)?.scrollIntoView({ block: "nearest" });
    } else if (event.key === "Enter" && chosen) {
      event.preventDefault();
      choose(chosen);
    }
  };
  return (
    <Dialog title={say("title")} onClose={onClose}>
      <label className="sticky top-0 z-10 flex min-h-11 items-center gap-3 border-b border-ink bg-raised text-faint focus-within:border-accent">
        <Icon name="search" />
        <input
          type="text"
          role="combobox"
          aria-label={say("title")}
          aria-expanded={all.length > 0}
          aria-controls={list}
          aria-autocomplete="list"
          aria-activedescendant={chosen ? `${list}-${chosen.id}` : undefined}
          placeholder={say("what")}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          enterKeyHint="go"
          value={text}
          onChange={(event) => {
            onText(event.target.value);
            setWanted(null);
          }}
          onKeyDown={onKeyDown}
          className="min-h-11 w-full bg-transparent text-lead text-ink outline-none placeholder:text-faint"
        />
      </label>
      <p role="status" className={all.length > 0 ? "sr-only" : "py-4 text-small text-faint"}>
        {all.length > 0 ? say("count", { count: all.length }) : isLoading ? "…" : say("none")}
      </p>
      <div role="listbox" id={list} aria-label={say("found")}>
        {drawn.map(({ name, findings }, number) =>
          findings.length === 0 ? null : (
            // biome-ignore lint/a11y/useSemanticElements: a group of options has no element of its own here.
            <div key={name} role="group" aria-labelledby={`${list}-group-${number}`}>
              <p
                id={`${list}-group-${number}`}
                className="pt-4 pb-1 text-label font-semibold tracking-[0.09em] text-faint uppercase"
              >
                {name}
              </p>
              {findings.map((finding) => (
                // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the focus and the keys.
                <div
                  key={finding.id}
                  id={`${list}-${finding.id}`}
                  role="option"
                  tabIndex={-1}
                  aria-selected={finding === chosen}
                  onClick={() => choose(finding)}
                  onPointerDown={(event) => event.preventDefault()}
                  className="-mx-2 flex min-h-11 cursor-pointer flex-wrap items-center justify-between gap-x-4 px-2 py-1.5 hover:bg-page aria-selected:bg-page aria-selected:shadow-[inset_3px_0_var(--accent)] rtl:aria-selected:shadow-[inset_-3px_0_var(--accent)]"
                >
                  <bdi
                    lang={finding.lang}
                    className={`min-w-0 flex-1 basis-32 [overflow-wrap:anywhere] ${finding.isStory ? "font-serif text-lead leading-snug" : ""}`}
                  >
                    {finding.label}
                  </bdi>
                  {finding.keys?.length ? <Keys keys={finding.keys.slice(0, 1)} /> : null}
                  {finding.detail === undefined ? null : (
                    <span className="min-w-0 text-small text-faint">{finding.detail}</span>
                  )}
                </div>
              ))}
            </div>
          ),
        )}
      </div>
    </Dialog>
  );
}

function firstOf({ name, findings }: FindingGroup): FindingGroup {
  return { name, findings: findings.slice(0, IN_SIGHT) };
}
