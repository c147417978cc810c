import { type ComponentProps, type MouseEvent, useContext } from "react";
import {
  createPath,
  UNSAFE_NavigationContext as NavigationContext,
  type Path,
} from "react-router-dom";

/** A place within the edition, from its base on. */
export type Address = Partial<Path> & Pick<Path, "pathname">;

/**
 * A link to a place within the edition. The router's own is drawn anew with every step of the reader, since it may be
 * relative to where one is: on a list that was most of what had to be drawn.
 */
export function Link({
  to,
  state,
  onClick,
  ...props
}: Omit<ComponentProps<"a">, "href"> & {
  to: Address;
  /** What the place is told beside its address. */
  state?: unknown;
}) {
  const { basename, navigator } = useContext(NavigationContext);
  const there = { ...to, pathname: below(basename, to.pathname) };
  return (
    <a
      {...props}
      href={navigator.createHref(there)}
      onClick={(event) => {
        onClick?.(event);
        if (!isPlain(event)) return;
        event.preventDefault();
        // Who goes to where they are leaves no step behind.
        const isHere = event.currentTarget.href === window.location.href;
        navigator[isHere ? "replace" : "push"](createPath(there), state);
      }}
    />
  );
}

function below(base: string, pathname: string): string {
  return pathname === "/" ? base : `${base}/${pathname}`.replace(/\/{2,}/g, "/");
}

/** Whether the browser would go there in this window, and nobody has seen to it before. */
function isPlain({ defaultPrevented, button, metaKey, altKey, ctrlKey, shiftKey }: MouseEvent) {
  return !(defaultPrevented || button !== 0 || metaKey || altKey || ctrlKey || shiftKey);
}
