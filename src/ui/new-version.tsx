import { useState } from "react";
import { useMessages } from "./messages/messages.tsx";
import messages from "./new-version.messages.json";
import { useCover } from "./use-cover.ts";

/** Says that a newer version of the app waits, for as long as the reader lets it; nothing happens by itself. */
export function NewVersion({ isReady, onApply }: { isReady: boolean; onApply: () => void }) {
  const [isPutOff, setPutOff] = useState(false);
  const { say } = useMessages(messages);
  const notice = useCover<HTMLDivElement>();
  return (
    <div
      role="status"
      className="no-print pointer-events-none fixed inset-x-0 bottom-36 z-40 grid justify-items-center px-4 wide:bottom-20"
    >
      {isReady && !isPutOff ? (
        <div
          ref={notice}
          className="cover flex flex-wrap items-center gap-x-4 rounded-[3px] bg-ink px-4 text-base text-page"
        >
          <p className="py-3">{say("ready")}</p>
          <button
            type="button"
            className="min-h-11 min-w-11 font-semibold underline underline-offset-4"
            onClick={onApply}
          >
            {say("reload")}
          </button>
          <button
            type="button"
            className="min-h-11 min-w-11 underline underline-offset-4"
            onClick={() => setPutOff(true)}
          >
            {say("later")}
          </button>
        </div>
      ) : null}
    </div>
  );
}
