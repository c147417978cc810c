import { number, Progress, some } from "./section.tsx";
import type { LeavingState } from "./use-leaving.ts";

/** What becomes of a file that is being made. */
export function Making({ state, onStop }: { state: LeavingState; onStop: () => void }) {
  switch (state.kind) {
    case "idle":
      return null;
    case "making":
      return <Progress label="Making the file" done={state.done} all={state.all} onStop={onStop} />;
    case "failed":
      return (
        <p role="alert" className="text-soft">
          The file could not be made. {state.why}
        </p>
      );
    case "made":
      return <Made {...state} />;
  }
}

function Made({ name, bytes, count, failed }: Extract<LeavingState, { kind: "made" }>) {
  return (
    <div role="status" className="text-soft">
      <p>
        <bdi className="font-semibold text-ink [overflow-wrap:anywhere]">{name}</bdi> is among your
        downloads: {some(count, "story", "stories")}, {sizeOf(bytes)}.
      </p>
      {failed.length === 0 ? null : (
        <details open={true} className="text-small">
          <summary className="min-h-11 cursor-pointer py-3">
            {some(failed.length, "story is", "stories are")} not in it
          </summary>
          <ul>
            {failed.map(({ name: title, why }) => (
              <li key={title} className="border-t border-rule py-2">
                <bdi>{title}</bdi>: {why}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

function sizeOf(bytes: number): string {
  if (bytes < 1_000_000) return `${number(Math.max(1, Math.round(bytes / 1_000)))} kB`;
  return `${(bytes / 1_000_000).toLocaleString("en-GB", { maximumFractionDigits: 1 })} MB`;
}
