import type { ReactNode } from "react";
import { page } from "#model/address.ts";
import type { Filter } from "#model/filter.ts";
import { Link } from "#ui/link.tsx";
import { useLanguage, useMessages } from "#ui/messages/messages.tsx";
import { Icon, type IconName } from "./icon.tsx";
import messages from "./navigation.messages.json";

export type Place = "latest" | "saved" | "tags" | "minutes" | "settings";

type Destination = {
  place: Place;
  icon: IconName;
  to: { pathname: string; search?: string };
  count?: number | undefined;
};

function destinations(filter: Filter, counts: { stories?: number | undefined; saved: number }) {
  const latest: Destination = {
    place: "latest",
    icon: "latest",
    to: page.latest.to(),
    count: counts.stories,
  };
  const saved: Destination = {
    place: "saved",
    icon: "saved",
    to: page.saved.to(),
    count: counts.saved || undefined,
  };
  const tags: Destination = {
    place: "tags",
    icon: "tags",
    to: page.tags.to(filter),
  };
  const minutes: Destination = {
    place: "minutes",
    icon: "clock",
    to: page.minutes.to(),
  };
  const settings: Destination = {
    place: "settings",
    icon: "settings",
    to: page.settings.to(),
  };
  return { latest, saved, tags, minutes, settings };
}

export type NavigationProps = {
  place: Place | null;
  filter: Filter;
  counts: { stories?: number | undefined; saved: number };
};

/** The column at the side of wide screens: where one can go, the most used tags, and the state of the network. */
export function Rail({
  title,
  topTags,
  foot,
  ...props
}: NavigationProps & { title: string; topTags: ReactNode; foot: ReactNode }) {
  const { say } = useMessages(messages);
  const { latest, saved, tags, minutes, settings } = destinations(props.filter, props.counts);
  return (
    <header className="rail no-print flex-col gap-6 overflow-y-auto border-e border-rule px-2 py-6 full:ps-6 full:pe-4">
      <Link
        to={page.latest.to()}
        className="relative px-2 font-serif text-[1.5rem] leading-none font-semibold tracking-tight after:absolute after:inset-x-0 after:-inset-y-3"
      >
        <Wordmark title={title} />
      </Link>
      <nav aria-label={say("places")}>
        <ul>
          {[latest, saved, tags, minutes, settings].map((destination) => (
            <li key={destination.place}>
              <RailLink destination={destination} isCurrent={destination.place === props.place} />
            </li>
          ))}
        </ul>
      </nav>
      <div className="hidden full:block">{topTags}</div>
      <div className="mt-auto px-2 text-small text-faint">{foot}</div>
    </header>
  );
}

function RailLink({ destination, isCurrent }: { destination: Destination; isCurrent: boolean }) {
  const { say } = useMessages(messages);
  const { locale } = useLanguage();
  return (
    <Link
      to={destination.to}
      aria-current={isCurrent ? "page" : undefined}
      className="flex min-h-14 flex-col items-center justify-center gap-1 px-1 py-2 text-center text-label leading-tight text-soft hover:text-ink aria-[current]:font-semibold aria-[current]:text-ink full:min-h-11 full:flex-row full:justify-start full:gap-3 full:px-2 full:py-0 full:text-base"
    >
      <Icon name={destination.icon} className="[[aria-current]_&]:text-accent" />
      {say(destination.place)}
      {destination.count === undefined ? null : (
        <span className="ms-auto hidden text-small font-normal text-faint tabular-nums full:inline">
          {destination.count.toLocaleString(locale)}
        </span>
      )}
    </Link>
  );
}

/** The edition's name, set as the paper's head. */
function Wordmark({ title }: { title: string }) {
  // On a thin rail a letter stands for it.
  const name = <span className="sr-only">{title}</span>;
  if (title !== "Offprint") {
    return (
      <>
        {name}
        <span className="hidden text-head full:inline" aria-hidden="true">
          {title}
        </span>
        <span className="block text-center full:hidden" aria-hidden="true">
          {Array.from(title)[0]}
        </span>
      </>
    );
  }
  return (
    <>
      {name}
      <span dir="ltr" className="hidden full:inline" aria-hidden="true">
        Off
        <span className="wordmark" />
      </span>
      <span dir="ltr" className="block text-center full:hidden" aria-hidden="true">
        O<span className="wordmark" />
      </span>
    </>
  );
}

/** The bar within thumb's reach on a phone. */
export function TabBar(props: NavigationProps) {
  const { say } = useMessages(messages);
  const { latest, saved, tags, settings } = destinations(props.filter, props.counts);
  return (
    <nav
      aria-label={say("places")}
      className="tabs no-print z-30 grid grid-cols-4 wide:hidden border-t border-rule bg-raised pt-1.5 pb-[max(0.5rem,env(safe-area-inset-bottom))]"
    >
      {[latest, tags, saved, settings].map((destination) => (
        <Link
          key={destination.place}
          to={destination.to}
          aria-current={destination.place === props.place ? "page" : undefined}
          className="grid min-h-11 content-center justify-items-center gap-0.5 px-px text-center text-label text-soft hyphens-auto [overflow-wrap:anywhere] aria-[current]:text-accent"
        >
          <Icon name={destination.icon} />
          {say(destination.place)}
        </Link>
      ))}
    </nav>
  );
}
