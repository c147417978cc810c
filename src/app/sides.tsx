import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useSyncExternalStore } from "react";
import { Link, useLocation } from "react-router-dom";
import { useSaved } from "#data/device/device.ts";
import { directoryQuery, manifestQuery } from "#data/edition/edition-queries.ts";
import { page } from "#model/address.ts";
import type { TermEntry } from "#model/edition.ts";
import { EMPTY_FILTER, filterFromSearch, withTerm } from "#model/filter.ts";
import { Icon } from "#ui/shell/icon.tsx";
import { type Place, Rail, TabBar } from "#ui/shell/navigation.tsx";
import { CalendarProvider } from "#ui/when.tsx";

const RAIL_TAGS = 8;

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
  const directory = useQuery({
    ...directoryQuery(manifest.data?.directories.tag ?? ""),
    enabled: manifest.data !== undefined,
  });
  const saved = useSaved();
  const filter = place === "saved" ? EMPTY_FILTER : filterFromSearch(search);
  const counts = { stories: manifest.data?.counts.stories, saved: saved.records.length };
  return (
    <CalendarProvider timeZone={manifest.data?.timeZone ?? "UTC"} now={new Date()}>
      {children(
        <Rail
          title={manifest.data?.title ?? "Offprint"}
          place={place}
          filter={filter}
          counts={counts}
          topTags={<TopTags entries={directory.data?.top ?? []} />}
          foot={<NetworkState saved={counts.saved} />}
        />,
        <TabBar place={place} filter={filter} counts={counts} />,
      )}
    </CalendarProvider>
  );
}

function TopTags({ entries }: { entries: readonly TermEntry[] }) {
  if (entries.length === 0) return null;
  return (
    <nav aria-labelledby="rail-tags">
      <h2
        id="rail-tags"
        className="px-2 pb-2 text-label leading-none font-semibold tracking-[0.09em] text-faint uppercase"
      >
        Tags
      </h2>
      <ul>
        {entries.slice(0, RAIL_TAGS).map(({ key, label, count }) => (
          <li key={key}>
            <Link
              to={page.latest.to(withTerm(EMPTY_FILTER, { kind: "tag", key }, "included"))}
              className="flex min-h-10 items-center gap-3 px-2 text-soft hover:text-ink"
            >
              <bdi className="truncate">{label}</bdi>
              <span className="ms-auto text-small text-faint tabular-nums">
                {count.toLocaleString("en-GB")}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function NetworkState({ saved }: { saved: number }) {
  const isOnline = useSyncExternalStore(subscribeToNetwork, () => navigator.onLine);
  if (isOnline) return null;
  return (
    <p role="status" className="flex flex-col items-center gap-2 full:flex-row">
      <Icon name="offline" />
      <span>
        Offline<span className="hidden full:inline"> · {saved} saved</span>
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
