import { useEffect, useRef } from "react";

/** Where what was pressed has gone with the list in which it stood, the focus goes to the name of the new one. */
export function useListFocus(view: string): void {
  const before = useRef(view);
  useEffect(() => {
    if (before.current === view) return;
    before.current = view;
    if (document.activeElement !== document.body) return;
    document.querySelector<HTMLElement>("#list-pane h1")?.focus({ preventScroll: true });
  }, [view]);
}
