import { useQuery } from "@tanstack/react-query";
import { type ReactNode, Suspense } from "react";
import { useLocation } from "react-router-dom";
import { hasViews, useSavedCount } from "#data/device/device.ts";
import { directoryQuery, manifestQuery } from "#data/edition/edition-queries.ts";
import { documentImprint } from "#data/edition/imprint.ts";
import { useIsQuiet } from "#data/quiet.ts";
import type { Manifest, TopTerm } from "#model/edition.ts";
import { EMPTY_FILTER, filterFromSearch } from "#model/filter.ts";
import { type NavigationProps, type Place, Rail, TabBar } from "#ui/shell/navigation.tsx";
import { CalendarProvider } from "#ui/when.tsx";
import { NetworkState, RailViews } from "./parts.ts";
import { TopTags } from "./top-tags.tsx";

/** Gives all that stands within it the edition's calendar. */
export function EditionCalendar({ children }: { children: ReactNode }) {
  const { data } = useQuery(manifestQuery());
  return (
    <CalendarProvider timeZone={data?.timeZone ?? documentImprint().timeZone} now={new Date()}>
      {children}
    </CalendarProvider>
  );
}

/** The rail beside the panes. Like the bar it counts what is saved by itself: what it stands beside is not drawn for that. */
export function EditionRail({ place }: { place: Place | null }) {
  const { data: manifest } = useQuery(manifestQuery());
  const tags = useTopTags(manifest);
  // Who has named no filter yet can do so only when the page stands.
  const isQuiet = useIsQuiet();
  return (
    <Rail
      {...useWays(place)}
      title={manifest?.title ?? documentImprint().title}
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
      foot={<Network className="flex-col full:flex-row" />}
    />
  );
}

/** The bar below the panes, on a phone. */
export function EditionTabs({ place }: { place: Place | null }) {
  return (
    <>
      {/* Above the bar: what is read keeps its place when the network goes. */}
      <Network className="justify-center border-t border-rule bg-raised py-1 text-small text-soft wide:hidden" />
      <TabBar {...useWays(place)} />
    </>
  );
}

function useWays(place: Place | null): NavigationProps {
  const { search } = useLocation();
  const { data: manifest } = useQuery(manifestQuery());
  const filter = place === "saved" ? EMPTY_FILTER : filterFromSearch(search);
  return { place, filter, counts: { stories: manifest?.counts.stories, saved: useSavedCount() } };
}

function Network({ className }: { className: string }) {
  const saved = useSavedCount();
  return useIsQuiet() ? (
    <Suspense>
      <NetworkState saved={saved} className={className} />
    </Suspense>
  ) : null;
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
