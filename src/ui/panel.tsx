import { type ReactNode, startTransition, useEffect, useRef, useState } from "react";
import messages from "./dialog.messages.json";
import { useMessages } from "./messages/messages.tsx";
import { Icon } from "./shell/icon.tsx";
import { whenIdle } from "./when-idle.ts";

/** How long a page stands before what one may open on it is drawn, in milliseconds. */
const SETTLED_MS = 1_000;

/**
 * What a button of its `id` opens beside the page: on a phone a sheet from the bottom. The page behind stays in sight
 * and can be scrolled; Esc, a press beside it and going on with the keyboard close it.
 */
export function Panel({
  id,
  title,
  onOpen,
  className = "",
  children,
}: {
  id: string;
  title: string;
  onOpen?: (panel: HTMLElement) => void;
  className?: string;
  children: ReactNode;
}) {
  const { say } = useMessages(messages);
  const panel = useRef<HTMLDivElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const wasOpen = useRef(false);
  const [isWanted, setWanted] = useState(false);
  // Drawn while nobody waits, and not where one only passes: on a slow phone it takes as long as an answer may.
  useEffect(() => {
    let isOver = false;
    const draw = () => {
      if (!isOver) startTransition(() => setWanted(true));
    };
    const timer = setTimeout(() => void whenIdle().then(draw), SETTLED_MS);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, []);
  useEffect(() => {
    if (!isWanted) return;
    void whenIdle().then(() => {
      if (panel.current && !wasOpen.current) layOutUnseen(panel.current);
    });
  }, [isWanted]);
  return (
    <div
      ref={panel}
      id={id}
      popover="auto"
      role="dialog"
      aria-labelledby={`${id}-title`}
      // A press on its words leaves the focus within.
      tabIndex={-1}
      className={`sheet no-print ${className}`}
      onBeforeToggle={() => {
        wasOpen.current = true;
        setWanted(true);
      }}
      onToggle={({ currentTarget, newState }) => {
        if (newState !== "open") return;
        onOpen?.(currentTarget);
        heading.current?.focus();
      }}
      onBlur={({ currentTarget, relatedTarget }) => {
        // Whoever goes on must see where they are; to another window one comes back.
        if (relatedTarget && !currentTarget.contains(relatedTarget)) currentTarget.hidePopover();
      }}
    >
      <div className="sticky -top-px z-10 flex items-center justify-between bg-raised pt-2">
        <h2
          ref={heading}
          id={`${id}-title`}
          tabIndex={-1}
          className="font-serif text-lead font-medium outline-none"
        >
          {title}
        </h2>
        <button
          type="button"
          aria-label={say("close")}
          popoverTarget={id}
          popoverTargetAction="hide"
          className="-me-[12px] grid size-11 place-items-center rounded-full text-soft hover:text-ink"
        >
          <Icon name="close" />
        </button>
      </div>
      {isWanted ? children : null}
    </div>
  );
}

/** What was laid out once is so again in a third of the time: when it opens, its words are known to the browser. */
function layOutUnseen(panel: HTMLElement): void {
  const { style } = panel;
  style.visibility = "hidden";
  style.display = "block";
  panel.getBoundingClientRect();
  style.removeProperty("display");
  style.removeProperty("visibility");
}
