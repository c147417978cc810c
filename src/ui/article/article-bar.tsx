import { type ReactElement, type ReactNode, useEffect, useRef, useState } from "react";
import { type Address, Link } from "#ui/link.tsx";
import { useMessages } from "#ui/messages/messages.tsx";
import { Drawing, Icon } from "#ui/shell/icon.tsx";
import messages from "./article.messages.json";

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
      className="article-bar no-print sticky top-0 z-20 flex items-center full:gap-1 bg-[linear-gradient(var(--page)_72%,transparent)] px-2 py-2 wide:px-6 wide:py-3"
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

// Apart from the others: who reads no article has no use for them.
const SHAPES = {
  type: (
    <>
      <path d="M4 18 9 6l5 12M5.7 14h6.6" />
      <path d="m15 18 3-7 3 7M15.9 16h4.2" />
    </>
  ),
  contents: <path d="M5 6h14M9 12h10M9 18h10M5 12h.01M5 18h.01" />,
  share: (
    <>
      <path d="M12 15V4M8 7.5 12 4l4 3.5" />
      <path d="M5 12v7h14v-7" />
    </>
  ),
  listen: (
    <path d="M4 14v-1a8 8 0 0 1 16 0v1M4 14h4v6H5a1 1 0 0 1-1-1zM20 14h-4v6h3a1 1 0 0 0 1-1z" />
  ),
} satisfies Record<string, ReactElement>;

/** A round control of the bar. */
export function BarButton({
  label,
  icon,
  onPress,
  popover,
}: {
  label: string;
  icon: keyof typeof SHAPES | "unread";
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
      {icon === "unread" ? <Icon name={icon} /> : <Drawing>{SHAPES[icon]}</Drawing>}
    </button>
  );
}

/** On a phone the bar has no room for Share: there it stands at the article's end alone. */
export function shareClass(where: "bar" | "end"): string {
  return where === "bar" ? "hidden wide:contents" : "contents";
}
