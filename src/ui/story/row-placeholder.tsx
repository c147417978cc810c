import { useMessages } from "#ui/messages/messages.tsx";
import ways from "#ui/shell/ways.messages.json";
import messages from "./row-placeholder.messages.json";

/** Stands where a story is about to be: of a row's height, so that nothing jumps. Where none comes, nothing moves. */
export function RowPlaceholder({ isLost = false }: { isLost?: boolean }) {
  return (
    <div
      aria-hidden="true"
      className={`row-placeholder h-44 overflow-hidden border-b border-rule px-4 py-4 wide:px-6 ${isLost ? "opacity-60 [&>*]:animate-none" : ""}`}
    >
      <div className="loading-bar h-3 w-1/3" />
      <div className="loading-bar mt-3 h-5 w-11/12" />
      <div className="loading-bar mt-2 h-5 w-3/5" />
      <div className="loading-bar mt-4 h-3 w-4/5" />
    </div>
  );
}

/** Stands where stories could not be loaded: a hole is never passed over in silence. */
export function RowFailure({ onRetry, reason }: { onRetry: () => void; reason: string }) {
  const { say } = useMessages(messages);
  const { say: sayWay } = useMessages(ways);
  return (
    <div className="h-44 border-b border-rule px-4 py-4 text-small text-soft wide:px-6">
      <p>{say("failed", { reason })}</p>
      <button type="button" onClick={onRetry} className="mt-1 min-h-11 underline">
        {sayWay("tryAgain")}
      </button>
    </div>
  );
}
