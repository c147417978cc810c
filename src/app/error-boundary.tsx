import { Component, type ReactNode } from "react";
import { leaveThisForNewer } from "#data/worker/newer-app.ts";
import { Notice } from "#ui/notice.tsx";

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
    return (
      <Notice
        title="This part of the app failed"
        actions={
          <>
            <button type="button" onClick={() => location.reload()}>
              Load the app again
            </button>
            <button type="button" onClick={() => this.setState({ error: null })}>
              Try once more
            </button>
          </>
        }
      >
        <p>
          {isMissingPart(error)
            ? "A part of it could not be loaded: the network is gone, or the site has been published anew since this page was opened."
            : "Nothing that you saved is affected."}
        </p>
        <p className="font-sans text-small">
          {error instanceof Error ? error.message : String(error)}
        </p>
      </Notice>
    );
  }
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
