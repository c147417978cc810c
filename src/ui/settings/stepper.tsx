import { useMessages } from "#ui/messages/messages.tsx";
import messages from "./stepper.messages.json";

/** A measure that is set by less and more, in steps around the normal one. */
export function Stepper({
  legend,
  less,
  more,
  isLetter = false,
  value,
  range: [first, last],
  onChange,
}: {
  legend: string;
  /** What the two buttons do. */
  less: string;
  more: string;
  /** Whether they show a letter in two sizes in place of the signs. */
  isLetter?: boolean;
  value: number;
  range: readonly [first: number, last: number];
  onChange: (value: number) => void;
}) {
  const { say } = useMessages(messages);
  const step = (label: string, by: 1 | -1) => {
    const isOff = value === (by > 0 ? last : first);
    return (
      <button
        type="button"
        aria-label={label}
        aria-disabled={isOff}
        onClick={() => {
          if (!isOff) onChange(value + by);
        }}
        className={`grid size-11 place-items-center rounded-full text-soft hover:text-ink aria-disabled:opacity-40 ${isLetter ? "font-serif" : ""} ${isLetter && by < 0 ? "text-small" : "text-head"}`}
      >
        {isLetter ? "A" : by < 0 ? "−" : "+"}
      </button>
    );
  };
  return (
    <fieldset className="setting">
      <legend>{legend}</legend>
      <div className="-ms-3.5 flex items-center">
        {step(less, -1)}
        <output aria-label={legend} className="min-w-0 basis-20 text-center tabular-nums">
          <bdi>{value === 0 ? say("normal") : `${value > 0 ? "+" : "−"}${Math.abs(value)}`}</bdi>
        </output>
        {step(more, 1)}
      </div>
    </fieldset>
  );
}
