import { useMessages } from "#ui/messages/messages.tsx";
import messages from "./pull-hint.messages.json";

/** A list that is being pulled down, or asked for anew. */
export type Pull = {
  /** How far it is pulled, in pixels. */
  by: number;
  state: "pulled" | "far" | "looking";
};

/** Comes out from under a list's head while one pulls. What comes of it is told in words to everybody. */
export function PullHint({ pull: { by, state } }: { pull: Pull }) {
  const { say } = useMessages(messages);
  return (
    <div
      aria-hidden="true"
      className="pointer-events-none absolute inset-x-0 top-full z-10 h-24 overflow-hidden text-center"
    >
      <span
        className={`inline-flex min-h-9 items-center rounded-full px-4 text-small shadow-sm ${
          state === "pulled" ? "bg-raised text-soft" : "bg-ink text-page"
        }`}
        style={{ transform: `translateY(${by - 44}px)` }}
      >
        {say(state)}
      </span>
    </div>
  );
}
