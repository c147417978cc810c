import type { ReactNode } from "react";
import { StaticRouter } from "react-router-dom";
import { TopTags } from "#app/top-tags.tsx";
import type { TopTerm } from "#model/edition.ts";
import { EMPTY_FILTER } from "#model/filter.ts";
import filter from "#ui/filter/filter.messages.json";
import { messagesOf, type Speech, SpeechProvider } from "#ui/messages/messages.tsx";
import { Rail, TabBar } from "#ui/shell/navigation.tsx";
import { Shell } from "#ui/shell/shell.tsx";
import { CalendarProvider } from "#ui/when.tsx";

/** Before every story, so that no year goes without saying: a document does not know when it is read. */
const NO_DAY = new Date("0001-01-01T00:00:00Z");

/** What stands around the panes, as the app draws it at first. */
export function Frame({
  base,
  speech,
  title,
  timeZone,
  stories,
  tags,
  shows,
  list,
  main,
}: {
  base: string;
  speech: Speech;
  title: string;
  timeZone: string;
  /** Undefined where that is not known, as in a document that must not change with the lists. */
  stories: number | undefined;
  tags: readonly TopTerm[];
  shows: "list" | "main";
  list: ReactNode;
  main: ReactNode;
}) {
  const place = { place: "latest", filter: EMPTY_FILTER, counts: { stories, saved: 0 } } as const;
  return (
    <StaticRouter basename={base} location={base}>
      <SpeechProvider speech={speech}>
        <CalendarProvider timeZone={timeZone} now={NO_DAY}>
          <Shell
            shows={shows}
            rail={<Rail {...place} title={title} topTags={<TopTags tags={tags} />} foot={null} />}
            tabs={shows === "list" ? <TabBar {...place} /> : null}
            listName={messagesOf(filter, speech).say("stories")}
            list={list}
            main={main}
          />
        </CalendarProvider>
      </SpeechProvider>
    </StaticRouter>
  );
}
