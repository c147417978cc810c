import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { manifestQuery } from "#data/edition/edition-queries.ts";
import { useCalendar } from "#ui/when.tsx";

function inWords(count: number, one: string, many: string): string {
  return `${count.toLocaleString("en-GB")} ${count === 1 ? one : many}`;
}

/** What stands beside the list on wide screens until a story is chosen. */
export function LatestWelcome() {
  const manifest = useQuery(manifestQuery());
  const calendar = useCalendar();
  const [now] = useState(() => new Date());
  const title = manifest.data?.title;
  if (!manifest.data) return null;
  const { counts } = manifest.data;
  return (
    <div className="grid h-full place-items-center px-10">
      <div className="max-w-[26rem] text-center">
        <p className="font-serif text-display leading-tight font-medium tracking-tight text-balance">
          {title}
        </p>
        <p className="mt-3 font-serif text-lead text-soft text-balance">
          {calendar.long(now.toISOString())}. {inWords(counts.stories, "story", "stories")}
          {counts.terms.tag === 0 ? "" : ` on ${inWords(counts.terms.tag, "subject", "subjects")}`}:
          choose one from the list.
        </p>
      </div>
    </div>
  );
}
