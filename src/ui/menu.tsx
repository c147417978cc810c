import { useLayoutEffect, useRef } from "react";

export type MenuItem = {
  readonly label: string;
  readonly run: () => void;
  /** Of one of a few of which one holds: whether it is that one. */
  readonly isChosen?: boolean;
};

/** A button, or the one that came in its place: a list may be drawn anew between a press and what it opens. */
function standing(button: HTMLElement): HTMLElement {
  const like = `button[aria-label="${CSS.escape(button.getAttribute("aria-label") ?? "")}"]`;
  return button.isConnected ? button : (document.querySelector<HTMLElement>(like) ?? button);
}

/** A few things that one can do, beside the button that was pressed for them; on a phone at its lower edge. */
export function Menu({
  label,
  anchor,
  items,
  onClose,
}: {
  /** What it is a menu of, for a screen reader. */
  label: string;
  anchor: HTMLElement;
  items: readonly MenuItem[];
  onClose: () => void;
}) {
  const menu = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const { current } = menu;
    if (!current) return;
    current.showPopover();
    const button = standing(anchor);
    const { top, bottom, left, right } = button.getBoundingClientRect();
    const { offsetWidth: width, offsetHeight: height } = current;
    const isBelow = bottom + height < window.innerHeight;
    current.style.setProperty("--menu-top", `${isBelow ? bottom : Math.max(8, top - height)}px`);
    // It ends where the button does, unless it would then lie over the pane beside this one.
    const edge = button.closest(".pane")?.getBoundingClientRect().left ?? 0;
    const start =
      right - width < edge ? Math.min(left, window.innerWidth - width - 8) : right - width;
    current.style.setProperty("--menu-left", `${Math.max(8, start)}px`);
    current.querySelector("button")?.focus();
  }, [anchor]);
  const isClosed = useRef(false);
  const close = () => {
    if (isClosed.current) return;
    isClosed.current = true;
    // The focus goes back to where the reader was, not to the beginning of the page.
    standing(anchor).focus({ preventScroll: true });
    onClose();
  };
  return (
    <div
      ref={menu}
      popover="auto"
      role="menu"
      tabIndex={-1}
      aria-label={label}
      className="menu no-print fixed m-0 bg-raised py-1 text-base text-ink"
      onToggle={({ newState }) => {
        if (newState === "closed") close();
      }}
      onKeyDown={(event) => {
        const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
        if (step === undefined) return;
        event.preventDefault();
        const all = [...event.currentTarget.querySelectorAll("button")];
        const at = all.findIndex((each) => each.matches(":focus"));
        all.at((at + step) % all.length)?.focus();
      }}
    >
      {items.map(({ label: words, run, isChosen }, index) => (
        <button
          key={words}
          type="button"
          {...(isChosen === undefined
            ? { role: "menuitem" }
            : { role: "menuitemradio", "aria-checked": isChosen })}
          className={`flex min-h-11 w-full items-center justify-between gap-4 px-5 py-2 text-start leading-snug [overflow-wrap:anywhere] hover:bg-page focus-visible:bg-page ${
            isChosen === undefined ? "" : "text-soft aria-checked:text-ink"
          } ${isFirstOfFew(items, index) ? "border-t border-rule" : ""}`}
          onClick={() => {
            menu.current?.hidePopover();
            // The browser tells that later: what is done now may draw the list anew, and its menu with it.
            close();
            run();
          }}
        >
          {words}
          {isChosen ? (
            <span aria-hidden="true" className="text-accent">
              ✓
            </span>
          ) : null}
        </button>
      ))}
    </div>
  );
}

function isFirstOfFew(items: readonly MenuItem[], index: number): boolean {
  return (
    index > 0 && items[index]?.isChosen !== undefined && items[index - 1]?.isChosen === undefined
  );
}
