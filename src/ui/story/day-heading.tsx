import type { ReactNode } from "react";
import { useMessages } from "#ui/messages/messages.tsx";
import { useCalendar } from "#ui/when.tsx";
import messages from "./story-list.messages.json";

/** The line above the first story of a part of the list. */
export function ListHeading({ children }: { children: ReactNode }) {
  return <h2 className="row-heading">{children}</h2>;
}

/** The line above the first story of a day. */
export function DayHeading({ date }: { date: string | null }) {
  const calendar = useCalendar();
  const { say } = useMessages(messages);
  return <ListHeading>{date === null ? say("undated") : calendar.long(date)}</ListHeading>;
}
