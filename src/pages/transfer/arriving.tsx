import { useEffect, useRef, useState } from "react";
import { Link } from "react-router-dom";
import type { TakenIn } from "#data/transfer/arriving/carry-out.ts";
import type { Plan } from "#data/transfer/arriving/plan.ts";
import { page } from "#model/address.ts";
import { useTell } from "#ui/tell.tsx";
import { datedName, handOver } from "./hand-over.ts";
import { OutcomeTable } from "./outcome-table.tsx";
import { besides, isNothing, reportText } from "./report.ts";
import { Deed, Progress, Section, some } from "./section.tsx";
import { type Refused, useArriving } from "./use-arriving.ts";

/** Takes in backups and what other programs hold: first it is said what would be done. */
export function Arriving() {
  const { state, choose, confirm, stop, forget } = useArriving();
  return (
    <Section name="take-in" title="Take in">
      {state.kind === "idle" ? <Chooser onChoose={choose} /> : null}
      {state.kind === "reading" ? (
        <Progress label={`Reading ${state.file}`} done={state.done} all={state.all} onStop={stop} />
      ) : null}
      {state.kind === "planned" ? (
        <DryRun
          plan={state.plan}
          onConfirm={() => confirm(state.plan, state.refused)}
          onForget={forget}
        />
      ) : null}
      {state.kind === "writing" ? (
        <Progress
          label="Taking in"
          done={state.done}
          all={state.plan.copies.length}
          onStop={stop}
        />
      ) : null}
      {state.kind === "done" ? <Done {...state} onForget={forget} /> : null}
      {state.kind === "idle" || state.kind === "planned" ? (
        <RefusedFiles files={state.refused} />
      ) : null}
    </Section>
  );
}

function Chooser({ onChoose }: { onChoose: (files: readonly File[]) => void }) {
  const [isOver, setOver] = useState(false);
  return (
    <>
      <p className="text-soft">
        A backup of Offprint, or what another program gave you: <b>Pocket</b>, <b>Instapaper</b>,{" "}
        <b>Omnivore</b>, <b>wallabag</b>, <b>Karakeep</b>, <b>Readwise Reader</b>, a browser’s{" "}
        <b>bookmarks</b>, a <b>JSON Feed</b>. You first see what it would do.
      </p>
      <label
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          onChoose([...event.dataTransfer.files]);
        }}
        className={`flex min-h-24 cursor-pointer items-center justify-center border border-dashed px-4 text-center has-focus-visible:outline-2 has-focus-visible:outline-accent ${isOver ? "border-accent bg-raised" : "border-faint"}`}
      >
        <span>
          <span className="underline decoration-accent underline-offset-4">Choose files</span> or
          drop them here
        </span>
        <input
          type="file"
          multiple={true}
          className="sr-only"
          onChange={({ target }) => {
            onChoose([...(target.files ?? [])]);
            // The same file may be chosen once more.
            target.value = "";
          }}
        />
      </label>
    </>
  );
}

function DryRun({
  plan,
  onConfirm,
  onForget,
}: {
  plan: Plan;
  onConfirm: () => void;
  onForget: () => void;
}) {
  const more = besides(plan);
  const count = plan.copies.length + plan.removals.length;
  return (
    <div className="space-y-4">
      <Announced>
        {isNothing(plan) ? "All of it is here already" : "This is what it would do"}
      </Announced>
      <OutcomeTable plan={plan} lines={plan.lines} tense="before" />
      {more ? <p className="text-small text-soft">Besides the stories: {more}.</p> : null}
      <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
        {isNothing(plan) ? null : (
          <Deed isMain={true} onPress={onConfirm}>
            {count > 0 ? `Take in ${some(count, "story", "stories")}` : "Take it in"}
          </Deed>
        )}
        <Deed onPress={onForget}>{isNothing(plan) ? "Choose another file" : "Leave it"}</Deed>
      </div>
    </div>
  );
}

function Done({
  plan,
  taken,
  refused,
  onForget,
}: {
  plan: Plan;
  taken: TakenIn;
  refused: readonly Refused[];
  onForget: () => void;
}) {
  const tell = useTell();
  const report = () => reportText(plan, taken, refused);
  const copy = () => {
    navigator.clipboard.writeText(report()).then(
      () => tell({ text: "The report is copied" }),
      () => handOver(new Blob([report()], { type: "text/plain" }), datedName("report", "txt")),
    );
  };
  return (
    <div className="space-y-4">
      <Announced>{taken.isStopped ? "Stopped" : "Done"}</Announced>
      {taken.isStopped ? (
        <p className="text-soft">
          What was taken in until then stays. Take the same file in again to go on: nothing comes
          twice.
        </p>
      ) : null}
      <OutcomeTable plan={plan} lines={taken.lines} tense="after" />
      {taken.areBelongingsKept ? null : (
        <p className="text-soft">
          Not all read marks, positions and settings could be kept: this browser’s storage is full,
          or there are more than are kept.
        </p>
      )}
      <RefusedFiles files={refused} />
      <div className="flex flex-wrap gap-x-6">
        <Deed onPress={copy}>Copy the report</Deed>
        <Link
          to={page.saved.to()}
          className="inline-flex min-h-11 items-center underline decoration-accent underline-offset-4"
        >
          Saved stories
        </Link>
        <Deed onPress={onForget}>Take in more</Deed>
      </div>
    </div>
  );
}

function RefusedFiles({ files }: { files: readonly Refused[] }) {
  if (files.length === 0) return null;
  return (
    <ul role="alert" className="text-base">
      {files.map(({ file, why }) => (
        <li key={file} className="border-t border-rule py-2">
          <bdi className="font-semibold [overflow-wrap:anywhere]">
            {file || "It could not be done"}
          </bdi>
          <span className="block text-soft">
            {why}
            {/[.!?]$/.test(why) ? "" : "."}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** The heading of what has just come: the focus goes there, since what was pressed is gone. */
function Announced({ children }: { children: string }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <h3 ref={heading} tabIndex={-1} className="font-serif text-lead font-medium outline-none">
      {children}
    </h3>
  );
}
