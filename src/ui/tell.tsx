import { createContext, type ReactNode, useCallback, useContext, useEffect, useState } from "react";
import { Link } from "./link.tsx";
import { useMessages } from "./messages/messages.tsx";
import ways from "./shell/ways.messages.json";
import { useCover } from "./use-cover.ts";

/** Something that happened because of the reader, and the way back where there is one. */
export type Message = {
  text: string;
  undo?: () => void;
  /** What else one can do about it at once. */
  act?: { label: string; run: () => void };
  /** Where one can do something about it. */
  way?: { label: string; to: { pathname: string; search?: string; hash?: string } };
};

const TellContext = createContext<(message: Message) => void>(() => undefined);

/** Long enough to read it and to reach the button; it goes at once when it is dismissed. */
const SHOWN_MS = 8000;

/** Says what happened in one line at the foot of the window, and to a screen reader. */
export function TellProvider({ children }: { children: ReactNode }) {
  const { say } = useMessages(ways);
  const [message, setMessage] = useState<Message | null>(null);
  const tell = useCallback((next: Message) => setMessage({ ...next }), []);
  useEffect(() => {
    if (!message) return;
    const timer = setTimeout(() => setMessage(null), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [message]);
  const notice = useCover<HTMLParagraphElement>();
  const act = message?.undo ? { label: say("undo"), run: message.undo } : message?.act;
  return (
    <TellContext value={tell}>
      {children}
      <div
        role="status"
        className="told no-print pointer-events-none fixed inset-x-0 bottom-24 z-40 [body:has(.bulk-bar)_&]:bottom-64 grid justify-items-center px-4 wide:bottom-6 wide:[body:has(.bulk-bar)_&]:bottom-6"
      >
        {message ? (
          <p
            ref={notice}
            className="cover flex items-center gap-4 rounded-[3px] bg-ink px-4 text-base text-page"
          >
            <span className="py-3">{message.text}</span>
            {act ? (
              <button
                type="button"
                className="min-h-11 shrink-0 font-semibold underline underline-offset-4"
                onClick={() => {
                  act.run();
                  setMessage(null);
                }}
              >
                {act.label}
              </button>
            ) : null}
            {message.way ? (
              <Link
                to={message.way.to}
                className="grid min-h-11 place-items-center font-semibold underline underline-offset-4"
                onClick={() => setMessage(null)}
              >
                {message.way.label}
              </Link>
            ) : null}
          </p>
        ) : null}
      </div>
    </TellContext>
  );
}

/** Gives the function that says what happened. */
export function useTell(): (message: Message) => void {
  return useContext(TellContext);
}
