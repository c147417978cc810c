import { dataAddress, page } from "#model/address.ts";
import type { Summary } from "#model/article.ts";
import type { Head, Manifest } from "#model/edition.ts";
import { EMPTY_FILTER } from "#model/filter.ts";
import { LatestHead } from "#pages/latest/latest-head.tsx";
import { Welcome } from "#pages/latest/welcome.tsx";
import filterMessages from "#ui/filter/filter.messages.json";
import { messagesOf, type Speech, useMessages } from "#ui/messages/messages.tsx";
import { DayHeading, ListHeading } from "#ui/story/day-heading.tsx";
import { FirstRows } from "#ui/story/first-rows.tsx";
import listMessages from "#ui/story/story-list.messages.json";
import { type RowContext, StoryRow } from "#ui/story/story-row.tsx";
import { useCalendar } from "#ui/when.tsx";
import messages from "./first-list.messages.json";
import { Frame } from "./frame.tsx";

/** The list of the newest stories as the app draws it at first, for a reader of whom nothing is known. */
export function FirstList({
  manifest,
  head,
  base,
  speech,
}: {
  manifest: Manifest;
  head: Head;
  base: string;
  speech: Speech;
}) {
  return (
    <Frame
      base={base}
      speech={speech}
      title={manifest.title}
      timeZone={manifest.timeZone}
      stories={manifest.counts.stories}
      tags={manifest.top?.tag ?? []}
      shows="list"
      list={
        <>
          <LatestHead
            filter={EMPTY_FILTER}
            labelOf={({ key }) => key}
            total={manifest.counts.stories}
            onDay={() => undefined}
          />
          <Rows head={head} language={manifest.language} base={base} />
          <noscript>
            <p className="px-4 py-6 text-small text-soft">
              {messagesOf(messages, speech).rich("noScript", {
                a: (words) => <a href={base + dataAddress.feed()}>{words}</a>,
              })}
            </p>
          </noscript>
        </>
      }
      main={<Welcome manifest={manifest} today={null} />}
    />
  );
}

function Rows({ head, language, base }: { head: Head; language: string; base: string }) {
  const { say } = useMessages(listMessages);
  const { say: sayOfFilter } = useMessages(filterMessages);
  const calendar = useCalendar();
  const { pinned, newest } = head;
  const context: RowContext = {
    base,
    language,
    when: "hour",
    filter: EMPTY_FILTER,
    toStory: (id) => page.article.to(id, EMPTY_FILTER),
    toFilter: page.latest.to,
    loadsRemotePictures: "later",
    onToggleSave: () => undefined,
    onMore: () => undefined,
  };
  const headingOf = (story: Summary, index: number) => {
    if (index < 0)
      return index === -pinned.length ? <ListHeading>{say("firstOfAll")}</ListHeading> : null;
    const isSame = calendar.isSameDay(story.date, newest[index - 1]?.date);
    return isSame ? null : <DayHeading date={story.date} />;
  };
  const stories = [...pinned, ...newest];
  return (
    <FirstRows
      label={sayOfFilter("stories")}
      count={stories.length}
      total={stories.length}
      // Its story is written there when all is drawn: in single quotes, which React has not.
      dataOf={String}
      renderRow={(index) => {
        const story = stories[index];
        return story ? (
          <>
            {headingOf(story, index - pinned.length)}
            <StoryRow
              story={story}
              isCurrent={false}
              isRead={false}
              isSaved={false}
              isBusy={false}
              context={context}
            />
          </>
        ) : null;
      }}
    />
  );
}
