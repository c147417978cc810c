import { useLanguage, useMessages, useSpeech } from "#ui/messages/messages.tsx";
import { sizeWords } from "#ui/story/save-words.ts";
import messages from "./leaving.messages.json";
import { Progress } from "./section.tsx";
import { transferFailure } from "./transfer-failure.ts";
import type { LeavingState } from "./use-leaving.ts";

/** What becomes of a file that is being made. */
export function Making({ state, onStop }: { state: LeavingState; onStop: () => void }) {
  const { say } = useMessages(messages);
  const speech = useSpeech();
  switch (state.kind) {
    case "idle":
      return null;
    case "making":
      return <Progress label={say("making")} done={state.done} all={state.all} onStop={onStop} />;
    case "failed":
      return (
        <p role="alert" className="text-soft">
          {say("notMade", { reason: transferFailure(state.error, speech) })}
        </p>
      );
    case "made":
      return <Made {...state} />;
  }
}

function Made({ name, bytes, count, failed }: Extract<LeavingState, { kind: "made" }>) {
  const { say, rich } = useMessages(messages);
  const { locale } = useLanguage();
  const speech = useSpeech();
  return (
    <div role="status" className="text-soft">
      <p>
        {rich("made", {
          f: () => <bdi className="font-semibold text-ink [overflow-wrap:anywhere]">{name}</bdi>,
          count,
          size: sizeWords(bytes, locale),
        })}
      </p>
      {failed.length === 0 ? null : (
        <details open={true} className="text-small">
          <summary className="min-h-11 cursor-pointer py-3">
            {say("notInIt", { count: failed.length })}
          </summary>
          <ul>
            {failed.map(({ name: title, error }) => (
              <li key={title} className="border-t border-rule py-2">
                <bdi>{title}</bdi>: {transferFailure(error, speech)}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
