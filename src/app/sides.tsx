import { useQuery } from "@tanstack/react-query";
import { type ReactNode, Suspense } from "react";
import { useLocation } from "react-router-dom";
import { hasViews, useSaved } from "#data/device/device.ts";
import { directoryQuery, manifestQuery } from "#data/edition/edition-queries.ts";
import { documentImprint } from "#data/edition/imprint.ts";
import { useIsQuiet } from "#data/quiet.ts";
import type { Manifest, TopTerm } from "#model/edition.ts";
import { EMPTY_FILTER, filterFromSearch } from "#model/filter.ts";
import { type Place, Rail, TabBar } from "#ui/shell/navigation.tsx";
import { CalendarProvider } from "#ui/when.tsx";
import { NetworkState, RailViews } from "./parts.ts";
import { TopTags } from "./top-tags.tsx";

/** What stands around the panes: the rail and the bar, and the edition's calendar for everything within. */
export function Sides({
  place,
  children,
}: {
  place: Place | null;
  children: (rail: ReactNode, tabs: ReactNode) => ReactNode;
}) {
  const { search } = useLocation();
  const manifest = useQuery(manifestQuery());
  const imprint = documentImprint();
  const tags = useTopTags(manifest.data);
  const saved = useSaved();
  // Who has named no filter yet can do so only when the page stands.
  const isQuiet = useIsQuiet();
  const filter = place === "saved" ? EMPTY_FILTER : filterFromSearch(search);
  const counts = { stories: manifest.data?.counts.stories, saved: saved.records.length };
  const network = (className: string) =>
    isQuiet ? (
      <Suspense>
        <NetworkState saved={counts.saved} className={className} />
      </Suspense>
    ) : null;
  return (
    <CalendarProvider timeZone={manifest.data?.timeZone ?? imprint.timeZone} now={new Date()}>
      {children(
        <Rail
          title={manifest.data?.title ?? imprint.title}
          place={place}
          filter={filter}
          counts={counts}
          topTags={
            <>
              {isQuiet || hasViews() ? (
                <Suspense>
                  <RailViews />
                </Suspense>
              ) : null}
              <TopTags tags={tags} />
            </>
          }
          foot={network("flex-col full:flex-row")}
        />,
        <>
          {/* Above the bar: what is read keeps its place when the network goes. */}
          {network(
            "justify-center border-t border-rule bg-raised py-1 text-small text-soft wide:hidden",
          )}
          <TabBar place={place} filter={filter} counts={counts} />
        </>,
      )}
    </CalendarProvider>
  );
}

/** The most used tags: the manifest's own, or those of the directory where an older one names none. */
function useTopTags(manifest: Manifest | undefined): readonly TopTerm[] {
  const directory = useQuery({
    ...directoryQuery(manifest?.directories.tag ?? ""),
    enabled: manifest !== undefined && manifest.top === undefined,
  });
  if (manifest?.top) return manifest.top.tag;
  return (directory.data?.top ?? []).map(({ key, label, count }) => [key, label, count]);
}
