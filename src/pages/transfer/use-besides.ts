import type { Plan } from "#data/transfer/arriving/plan.ts";
import { useLanguage, useMessages } from "#ui/messages/messages.tsx";
import messages from "./arriving.messages.json";

/** What comes besides articles, in words; empty where nothing does. */
export function useBesides({ belongings: { read, positions, settings } }: Plan): string {
  const { say } = useMessages(messages);
  const { locale } = useLanguage();
  const parts = [
    read.size > 0 ? say("readMarks", { count: read.size }) : "",
    positions.size > 0 ? say("positions", { count: positions.size }) : "",
    settings ? say("settings") : "",
  ].filter(Boolean);
  return new Intl.ListFormat(locale, { type: "conjunction", style: "narrow" }).format(parts);
}
