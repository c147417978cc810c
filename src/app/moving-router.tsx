import { type ReactNode, startTransition, useLayoutEffect, useRef, useState } from "react";
import { UNSAFE_createBrowserHistory as createBrowserHistory, Router } from "react-router-dom";

/** As long as this the browser may show the page before in place of one that is not drawn yet. */
const PATIENCE_MS = 300;
/** Where there is room for one pane alone, the one takes the other's place. */
const MOVES = "(width < 60rem) and (prefers-reduced-motion: no-preference)";

/** The router of the address line. On a phone one page moves into the place of another, where the browser can do that. */
export function MovingRouter({ basename, children }: { basename: string; children: ReactNode }) {
  const [history] = useState(() => createBrowserHistory({ window, v5Compat: true }));
  const [at, setAt] = useState({ action: history.action, location: history.location });
  const shown = useRef(at.location.pathname);
  const onShown = useRef<() => void>(undefined);
  useLayoutEffect(() => {
    shown.current = at.location.pathname;
    onShown.current?.();
  }, [at]);
  const isMoved = useIsMovedByBrowser();
  useLayoutEffect(
    () =>
      history.listen(({ action, location }) => {
        const go = () => startTransition(() => setAt({ action, location }));
        const isBack = action === "POP";
        if (location.pathname === shown.current || !canMove()) return go();
        if (isBack && isMoved.current) return go();
        move(isBack, async () => {
          go();
          await new Promise<void>((resolve) => {
            onShown.current = resolve;
            setTimeout(resolve, PATIENCE_MS);
          });
        });
      }),
    [history, isMoved],
  );
  return (
    <Router
      basename={basename}
      location={at.location}
      navigationType={at.action}
      navigator={history}
    >
      {children}
    </Router>
  );
}

function canMove(): boolean {
  return "startViewTransition" in document && matchMedia(MOVES).matches;
}

/** Lets what is shown move into what is shown after `update`; onward or back, for the style sheet. */
function move(isBack: boolean, update: () => Promise<void>): void {
  document.documentElement.dataset.move = isBack ? "back" : "onward";
  const { ready } = document.startViewTransition(update);
  // A window that nobody sees, or the next move: then it is simply there.
  ready.catch(() => undefined);
}

/** Whether the browser has itself moved to where it last went back or forth to, as for a swipe from the edge. */
function useIsMovedByBrowser() {
  const isMoved = useRef(false);
  useLayoutEffect(() => {
    const note = (event: PopStateEvent) => {
      isMoved.current = event.hasUAVisualTransition;
    };
    addEventListener("popstate", note, { capture: true });
    return () => removeEventListener("popstate", note, { capture: true });
  }, []);
  return isMoved;
}
