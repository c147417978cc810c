/** News between this tab and the others. Everything heard is a hint to look again, never the truth itself. */
export type OtherTabs = {
  readonly announce: (key: string) => void;
  /** Calls with the key that changed in another tab, or null where anything may have; returns its own undo. */
  readonly listen: (listener: (key: string | null) => void) => () => void;
};

type Channel = Pick<BroadcastChannel, "postMessage" | "addEventListener">;

/**
 * Connects to the other tabs: `storage` events, a channel where there is one, and a second look whenever the page
 * comes back to sight or out of the back/forward cache, in which it hears nothing.
 */
export function connectTabs(page: Window, openChannel: () => Channel): OtherTabs {
  const listeners = new Set<(key: string | null) => void>();
  const tell = (key: string | null) => {
    for (const listener of listeners) listener(key);
  };
  const channel = openSafely(openChannel);
  channel?.addEventListener("message", ({ data }) => tell(typeof data === "string" ? data : null));
  page.addEventListener("storage", ({ key }) => tell(key));
  page.addEventListener("pageshow", ({ persisted }) => {
    if (persisted) tell(null);
  });
  page.document.addEventListener("visibilitychange", () => {
    if (page.document.visibilityState === "visible") tell(null);
  });
  return {
    announce: (key) => channel?.postMessage(key),
    listen: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function openSafely(open: () => Channel): Channel | null {
  try {
    return open();
  } catch {
    // No channel in an opaque origin or an old browser; storage events do without it.
    return null;
  }
}
