import { Component, type ReactNode } from "react";
import { leaveThisForNewer } from "#data/worker/newer-app.ts";
import { useMessages } from "#ui/messages/messages.tsx";
import { Notice } from "#ui/notice.tsx";
import messages from "./error-boundary.messages.json";

/** Shows what broke in place of a blank page, with a way out. */
export class ErrorBoundary extends Component<
  { children: ReactNode; resetKey: string },
  { error: unknown }
> {
  override state: { error: unknown } = { error: null };

  static getDerivedStateFromError(error: unknown) {
    return { error };
  }

  override componentDidCatch(error: unknown) {
    if (isMissingPart(error)) leaveThisForNewer();
  }

  override componentDidUpdate(before: { resetKey: string }) {
    if (before.resetKey !== this.props.resetKey && this.state.error !== null) {
      this.setState({ error: null });
    }
  }

  override render() {
    const { error } = this.state;
    if (error === null) return this.props.children;
    return <Failure error={error} onRetry={() => this.setState({ error: null })} />;
  }
}

function Failure({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const { say } = useMessages(messages);
  return (
    <Notice
      title={say("title")}
      actions={
        <>
          <button type="button" onClick={() => location.reload()}>
            {say("reload")}
          </button>
          <button type="button" onClick={onRetry}>
            {say("again")}
          </button>
        </>
      }
    >
      <p>{say(isMissingPart(error) ? "missing" : "safe")}</p>
      <p className="font-sans text-small">
        <bdi>{error instanceof Error ? error.message : String(error)}</bdi>
      </p>
    </Notice>
  );
}

/** What browsers say of a script that can't be had (Chromium, Firefox, Safari). */
function isMissingPart(error: unknown): boolean {
  return (
    error instanceof Error &&
    /dynamically imported module|Importing a module script failed|Unable to preload/i.test(
      error.message,
    )
  );
}
