import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { manifestQuery } from "#data/edition/edition-queries.ts";
import { useCalendar } from "#ui/when.tsx";

/** What stands beside the list on wide screens until a story is chosen. */
export function LatestWelcome() {
  const manifest = useQuery(manifestQuery());
  const calendar = useCalendar();
  const title = manifest.data?.title;
  useEffect(() => {
    if (title) document.title = title;
  }, [title]);
  if (!manifest.data) return null;
  const { counts } = manifest.data;
  return (
    <div className="grid h-full place-items-center px-10">
      <div className="max-w-[26rem] text-center">
        <p className="font-serif text-display leading-tight font-medium tracking-tight text-balance">
          {title}
        </p>
        <p className="mt-3 font-serif text-lead text-soft text-balance">
          {calendar.long(new Date().toISOString())}. {counts.stories.toLocaleString("en-GB")}{" "}
          {counts.stories === 1 ? "story" : "stories"} on {counts.terms.tag.toLocaleString("en-GB")}{" "}
          subjects: choose one from the list.
        </p>
      </div>
    </div>
  );
}
