import { forgetAllRemoved, putBack, useRemoved } from "#data/device/read-later.ts";
import { useMessages, useSpeech } from "#ui/messages/messages.tsx";
import { Notice } from "#ui/notice.tsx";
import { copyFailure } from "#ui/story/copy-failure.ts";
import { useTell } from "#ui/tell.tsx";
import { When } from "#ui/when.tsx";
import messages from "./removed-list.messages.json";

/** What was taken out of what is saved and can still be put back. */
export function RemovedList() {
  const { say } = useMessages(messages);
  const speech = useSpeech();
  const { data: removed, refetch } = useRemoved();
  const tell = useTell();
  if (!removed) return null;
  if (removed.length === 0) {
    return (
      <Notice title={say("none")} headingLevel={2}>
        <p>{say("noneWords")}</p>
      </Notice>
    );
  }
  const back = (entries: typeof removed, words: string) => {
    putBack(entries).then(
      () => tell({ text: words }),
      (error: Error) => tell({ text: copyFailure(error, speech) }),
    );
  };
  return (
    <>
      <p className="border-b border-rule px-4 py-3 text-small text-soft wide:px-6">{say("kept")}</p>
      <ol aria-label={say("name")}>
        {removed.map((entry) => (
          <li
            key={entry.record.id}
            className="flex items-start gap-4 border-b border-rule px-4 py-3 wide:px-6"
          >
            <div className="min-w-0 flex-1">
              <h3
                dir="auto"
                className="font-serif text-lead leading-snug [overflow-wrap:anywhere]"
                lang={entry.record.summary.language}
              >
                {entry.record.summary.title}
              </h3>
              {entry.tombstone.changedAt === undefined ? null : (
                <p className="mt-1 text-small text-faint">
                  <TakenOutAt date={entry.tombstone.changedAt} />
                </p>
              )}
            </div>
            <button
              type="button"
              aria-label={say("backOne", { title: entry.record.summary.title })}
              onClick={() => back([entry], say("isBack"))}
              className="min-h-11 shrink-0 text-small underline decoration-accent underline-offset-4"
            >
              {say("back")}
            </button>
          </li>
        ))}
      </ol>
      <div className="flex flex-wrap gap-x-6 px-4 py-2 text-small wide:px-6 [&>*]:min-h-11 [&>*]:underline [&>*]:decoration-accent [&>*]:underline-offset-4">
        <button type="button" onClick={() => back(removed, say("allBack"))}>
          {say("backAll")}
        </button>
        <button
          type="button"
          onClick={() => {
            forgetAllRemoved().then(
              () => {
                tell({ text: say("freed") });
                void refetch();
              },
              (error: Error) => tell({ text: copyFailure(error, speech) }),
            );
          }}
        >
          {say("letGo")}
        </button>
      </div>
    </>
  );
}

function TakenOutAt({ date }: { date: string }) {
  const { rich } = useMessages(messages);
  return rich("when", { w: () => <When date={date} as="full" /> });
}
