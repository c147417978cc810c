import { useState } from "react";

/** Says that a newer version of the app waits, for as long as the reader lets it; nothing happens by itself. */
export function NewVersion({ isReady, onApply }: { isReady: boolean; onApply: () => void }) {
  const [isPutOff, setPutOff] = useState(false);
  return (
    <div
      role="status"
      className="no-print pointer-events-none fixed inset-x-0 bottom-36 z-40 grid justify-items-center px-4 wide:bottom-20"
    >
      {isReady && !isPutOff ? (
        <div className="pointer-events-auto flex flex-wrap items-center gap-x-4 rounded-[3px] bg-ink px-4 text-base text-page">
          <p className="py-3">A new version of this app is ready.</p>
          <button
            type="button"
            className="min-h-11 min-w-11 font-semibold underline underline-offset-4"
            onClick={onApply}
          >
            Reload
          </button>
          <button
            type="button"
            className="min-h-11 min-w-11 underline underline-offset-4"
            onClick={() => setPutOff(true)}
          >
            Later
          </button>
        </div>
      ) : null}
    </div>
  );
}
