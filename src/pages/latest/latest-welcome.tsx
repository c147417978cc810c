import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { manifestQuery } from "#data/edition/edition-queries.ts";
import { useCalendar } from "#ui/when.tsx";
import { Welcome } from "./welcome.tsx";

/** What stands beside the list on wide screens until a story is chosen. */
export function LatestWelcome() {
  const manifest = useQuery(manifestQuery());
  const calendar = useCalendar();
  const [now] = useState(() => new Date());
  if (!manifest.data) return null;
  return <Welcome manifest={manifest.data} today={calendar.long(now.toISOString())} />;
}
