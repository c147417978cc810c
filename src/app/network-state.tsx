import { type ReactNode, useSyncExternalStore } from "react";
import { useKeptAt } from "#data/edition/use-news.ts";
import { useMessages } from "#ui/messages/messages.tsx";
import { Icon } from "#ui/shell/icon.tsx";
import { useCalendar } from "#ui/when.tsx";
import messages from "./network-state.messages.json";

/** Says that there is no network, and of when the list is that did not come from it. */
export function NetworkState({ saved, className }: { saved: number; className: string }) {
  const isOnline = useSyncExternalStore(subscribeToNetwork, () => navigator.onLine);
  const keptAt = useKeptAt();
  const calendar = useCalendar();
  const { rich } = useMessages(messages);
  if (isOnline && keptAt === null) return null;
  const w = (words: ReactNode) => <span className="max-full:in-[.rail]:hidden">{words}</span>;
  const isToday = calendar.isSameDay(keptAt, new Date().toISOString());
  return (
    <p role="status" className={`no-print flex items-center gap-2 ${className}`}>
      <Icon name="offline" />
      <span>
        {keptAt === null
          ? rich("offline", { saved, w })
          : rich("asOf", { when: isToday ? calendar.time(keptAt) : calendar.long(keptAt), w })}
      </span>
    </p>
  );
}

function subscribeToNetwork(listener: () => void): () => void {
  window.addEventListener("online", listener);
  window.addEventListener("offline", listener);
  return () => {
    window.removeEventListener("online", listener);
    window.removeEventListener("offline", listener);
  };
}
