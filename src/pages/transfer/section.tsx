import type { ReactNode } from "react";
import { useMessages } from "#ui/messages/messages.tsx";
import messages from "./transfer.messages.json";

/** One thing that can be done here, under its heading. */
export function Section({
  name,
  title,
  children,
}: {
  name: string;
  title: string;
  children: ReactNode;
}) {
  return (
    <section aria-labelledby={name} className="space-y-3 border-t border-rule pt-6">
      <h2 id={name} className="font-serif text-head leading-tight font-medium tracking-tight">
        {title}
      </h2>
      {children}
    </section>
  );
}

/** What a press does here; the one that leads on stands out. */
export function Deed({
  children,
  isMain = false,
  isOff = false,
  describedBy,
  onPress,
}: {
  children: ReactNode;
  isMain?: boolean;
  isOff?: boolean;
  describedBy?: string;
  onPress: () => void;
}) {
  const look = isMain
    ? "rounded-[3px] bg-ink px-4 font-semibold text-page"
    : "underline decoration-accent underline-offset-4";
  return (
    <button
      type="button"
      aria-disabled={isOff}
      aria-describedby={describedBy}
      onClick={() => {
        if (!isOff) onPress();
      }}
      className={`inline-flex min-h-11 items-center aria-disabled:opacity-40 ${look}`}
    >
      {children}
    </button>
  );
}

/** One of a few. */
export function Choice<T extends string>({
  legend,
  values,
  names,
  value,
  onChange,
}: {
  legend: string;
  values: readonly T[];
  names: Record<T, string>;
  value: T;
  onChange: (value: T) => void;
}) {
  return (
    <fieldset>
      <legend className="text-small font-semibold">{legend}</legend>
      <div className="flex flex-wrap gap-x-5">
        {values.map((each) => (
          <label
            key={each}
            className="inline-flex min-h-11 cursor-pointer items-center border-b-2 border-transparent text-soft has-checked:border-accent has-checked:text-ink has-focus-visible:outline-2 has-focus-visible:outline-accent"
          >
            <input
              type="radio"
              className="sr-only"
              name={legend}
              checked={each === value}
              onChange={() => onChange(each)}
            />
            {names[each]}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** How far something is, as it really is, and the way to stop it. */
export function Progress({
  label,
  done,
  all,
  onStop,
}: {
  label: string;
  done: number;
  all: number;
  onStop: () => void;
}) {
  const { say } = useMessages(messages);
  return (
    <div className="space-y-1">
      <label className="block text-small text-soft">
        <span className="tabular-nums">
          {all > 0 ? say("progress", { label, done, all }) : say("beginning", { label })}
        </span>
        <progress
          className="mt-2 block h-1 w-full appearance-none overflow-hidden bg-rule [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-rule [&::-webkit-progress-value]:bg-accent"
          max={Math.max(1, all)}
          {...(all > 0 ? { value: done } : {})}
        />
      </label>
      <Deed onPress={onStop}>{say("stop")}</Deed>
    </div>
  );
}
