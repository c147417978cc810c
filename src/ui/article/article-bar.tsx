import { type ReactNode, useEffect, useRef, useState } from "react";
import { Link } from "react-router-dom";
import { useMessages } from "#ui/messages/messages.tsx";
import { Icon } from "#ui/shell/icon.tsx";
import messages from "./article.messages.json";

type Address = { pathname: string; search?: string };

/** The line above an article that stays in sight: the way back, what is left to read, and what one can do with it. */
export function ArticleBar({
  back,
  backLabel,
  minutes,
  children,
}: {
  back: Address;
  backLabel: string;
  minutes: number | undefined;
  children: ReactNode;
}) {
  const bar = useRef<HTMLDivElement>(null);
  const left = useMinutesLeft(bar, minutes);
  return (
    <div
      ref={bar}
      className="article-bar no-print sticky top-0 z-20 flex items-center full:gap-1 bg-linear-to-b from-page from-72% to-transparent px-2 py-2 wide:px-6 wide:py-3"
    >
      <Link
        to={back}
        aria-label={backLabel}
        className="grid size-11 place-items-center rounded-full text-soft hover:text-ink wide:hidden"
      >
        <Icon name="back" className="rtl:-scale-x-100" />
      </Link>
      <span className="me-auto text-small leading-tight text-faint tabular-nums">{left}</span>
      {children}
    </div>
  );
}

/** Says how much of the reading time is left, by how far the pane is scrolled. */
function useMinutesLeft(bar: React.RefObject<HTMLElement | null>, minutes: number | undefined) {
  const { say } = useMessages(messages);
  const [left, setLeft] = useState<number | null>(null);
  useEffect(() => {
    const pane = bar.current?.closest(".pane");
    if (!pane || minutes === undefined) return;
    const measure = () => {
      const whole = pane.scrollHeight - pane.clientHeight;
      const done = whole <= 0 ? 0 : Math.min(1, pane.scrollTop / whole);
      setLeft(pane.scrollTop < 80 ? null : Math.ceil(minutes * (1 - done)));
    };
    measure();
    pane.addEventListener("scroll", measure, { passive: true });
    return () => pane.removeEventListener("scroll", measure);
  }, [bar, minutes]);
  if (minutes === undefined || left === null) return "";
  return left === 0 ? say("atEnd") : say("left", { left, minutes });
}

/** A round control of the bar. */
export function BarButton({
  label,
  icon,
  onPress,
  popover,
}: {
  label: string;
  icon: "contents" | "listen" | "share" | "type" | "unread";
  onPress?: () => void;
  /** The id of the panel that it opens. */
  popover?: string;
}) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      onClick={onPress}
      popoverTarget={popover}
      className="grid size-11 place-items-center rounded-full text-soft hover:text-ink"
    >
      <Icon name={icon} />
    </button>
  );
}

/** On a phone the bar has no room for Share: there it stands at the article's end alone. */
export function shareClass(where: "bar" | "end"): string {
  return where === "bar" ? "hidden wide:contents" : "contents";
}
