import { forgetAllRemoved, putBack, useRemoved } from "#data/device/read-later.ts";
import { Notice } from "#ui/notice.tsx";
import { useTell } from "#ui/tell.tsx";
import { When } from "#ui/when.tsx";

/** What was taken out of what is saved and can still be put back. */
export function RemovedList() {
  const { data: removed, refetch } = useRemoved();
  const tell = useTell();
  if (!removed) return null;
  if (removed.length === 0) {
    return (
      <Notice title="Nothing was taken out lately" headingLevel={2}>
        <p>
          What you take out is kept here for thirty days, or until its space is needed for what you
          save.
        </p>
      </Notice>
    );
  }
  const back = (entries: typeof removed, words: string) => {
    putBack(entries).then(
      () => tell({ text: words }),
      (error: Error) => tell({ text: error.message }),
    );
  };
  return (
    <>
      <p className="border-b border-rule px-4 py-3 text-small text-soft wide:px-6">
        Kept for thirty days, or until their space is needed for what you save.
      </p>
      <ol aria-label="Stories taken out lately">
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
                  Taken out on <When date={entry.tombstone.changedAt} as="full" />
                </p>
              )}
            </div>
            <button
              type="button"
              aria-label={`Put “${entry.record.summary.title}” back`}
              onClick={() => back([entry], "Put back among what is saved")}
              className="min-h-11 shrink-0 text-small underline decoration-accent underline-offset-4"
            >
              Put back
            </button>
          </li>
        ))}
      </ol>
      <div className="flex flex-wrap gap-x-6 px-4 py-2 text-small wide:px-6 [&>*]:min-h-11 [&>*]:underline [&>*]:decoration-accent [&>*]:underline-offset-4">
        <button type="button" onClick={() => back(removed, "All put back")}>
          Put all back
        </button>
        <button
          type="button"
          onClick={() => {
            forgetAllRemoved().then(
              () => {
                tell({ text: "Their space is free" });
                void refetch();
              },
              (error: Error) => tell({ text: error.message }),
            );
          }}
        >
          Let go of all of them for good
        </button>
      </div>
    </>
  );
}
