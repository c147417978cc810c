import { useId, useMemo } from "react";
import { useSaved } from "#data/device/device.ts";
import { LONGEST_LABEL } from "#model/saved.ts";
import { useMessages } from "#ui/messages/messages.tsx";
import messages from "./label-field.messages.json";
import { labelCounts } from "./saved-terms.ts";

/** Takes one of the reader's own tags, and offers those that there are. */
export function LabelField({ onAdd }: { onAdd: (label: string) => void }) {
  const { say } = useMessages(messages);
  const { records } = useSaved();
  const known = useMemo(() => labelCounts(records), [records]);
  const list = useId();
  return (
    <form
      className="flex items-center gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        const form = event.currentTarget;
        const label = String(new FormData(form).get("label") ?? "").trim();
        if (label === "") return;
        onAdd(label);
        form.reset();
      }}
    >
      <input
        name="label"
        list={list}
        maxLength={LONGEST_LABEL}
        aria-label={say("name")}
        placeholder={say("name")}
        autoComplete="off"
        className="min-h-11 w-44 border-b border-rule bg-transparent text-base text-ink placeholder:text-faint"
      />
      <datalist id={list}>
        {known.map(({ key, label }) => (
          <option key={key} value={label} />
        ))}
      </datalist>
      <button
        type="submit"
        className="min-h-11 px-2 underline decoration-accent underline-offset-4 hover:text-ink"
      >
        {say("add")}
      </button>
    </form>
  );
}
