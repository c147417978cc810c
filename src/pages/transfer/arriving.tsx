import { type ReactNode, useEffect, useRef, useState } from "react";
import type { TakenIn } from "#data/transfer/arriving/carry-out.ts";
import type { Plan } from "#data/transfer/arriving/plan.ts";
import { page } from "#model/address.ts";
import { Link } from "#ui/link.tsx";
import { useLanguage, useMessages, useSpeech } from "#ui/messages/messages.tsx";
import ways from "#ui/shell/ways.messages.json";
import { useTell } from "#ui/tell.tsx";
import messages from "./arriving.messages.json";
import { datedName, handOver } from "./hand-over.ts";
import { OutcomeTable } from "./outcome-table.tsx";
import { isNothing, reportText } from "./report.ts";
import { Deed, Progress, Section } from "./section.tsx";
import { transferFailure } from "./transfer-failure.ts";
import { type Refused, useArriving } from "./use-arriving.ts";
import { useBesides } from "./use-besides.ts";

/** Takes in backups and what other programs hold: first it is said what would be done. */
export function Arriving() {
  const { say } = useMessages(messages);
  const { state, choose, confirm, stop, forget } = useArriving();
  return (
    <Section name="take-in" title={say("title")}>
      {state.kind === "idle" ? <Chooser onChoose={choose} /> : null}
      {state.kind === "reading" ? (
        <Progress
          label={say("reading", { file: state.file })}
          done={state.done}
          all={state.all}
          onStop={stop}
        />
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
          label={say("takingIn")}
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
  const { rich } = useMessages(messages);
  const { locale } = useLanguage();
  const [isOver, setOver] = useState(false);
  const bold = (words: ReactNode) => <b>{words}</b>;
  return (
    <>
      <p className="text-soft">
        {rich("what", { n: () => <Names names={PROGRAMS} locale={locale} />, b: bold })}
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
          {rich("choose", {
            u: (words) => (
              <span className="underline decoration-accent underline-offset-4">{words}</span>
            ),
          })}
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

const PROGRAMS = ["Pocket", "Instapaper", "Omnivore", "wallabag", "Karakeep", "Readwise Reader"];

/** Names, with what the language puts between them. */
function Names({ names, locale }: { names: readonly string[]; locale: string }) {
  const format = new Intl.ListFormat(locale, { type: "conjunction", style: "narrow" });
  return format
    .formatToParts(names)
    .map(({ type, value }) => (type === "element" ? <b key={value}>{value}</b> : value));
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
  const { say } = useMessages(messages);
  const more = useBesides(plan);
  const count = plan.copies.length + plan.removals.length;
  return (
    <div className="space-y-4">
      <Announced>{say(isNothing(plan) ? "allHere" : "wouldDo")}</Announced>
      <OutcomeTable plan={plan} lines={plan.lines} tense="before" />
      {more ? <p className="text-small text-soft">{say("besides", { things: more })}</p> : null}
      <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
        {isNothing(plan) ? null : (
          <Deed isMain={true} onPress={onConfirm}>
            {count > 0 ? say("take", { count }) : say("takeIt")}
          </Deed>
        )}
        <Deed onPress={onForget}>{say(isNothing(plan) ? "another" : "leave")}</Deed>
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
  const { say } = useMessages(messages);
  const { say: sayWay } = useMessages(ways);
  const speech = useSpeech();
  const tell = useTell();
  const report = () => reportText(plan, taken, refused, speech);
  const copy = () => {
    navigator.clipboard.writeText(report()).then(
      () => tell({ text: say("copied") }),
      () => handOver(new Blob([report()], { type: "text/plain" }), datedName("report", "txt")),
    );
  };
  return (
    <div className="space-y-4">
      <Announced>{say(taken.isStopped ? "stopped" : "done")}</Announced>
      {taken.isStopped ? <p className="text-soft">{say("stays")}</p> : null}
      <OutcomeTable plan={plan} lines={taken.lines} tense="after" />
      {taken.areBelongingsKept ? null : <p className="text-soft">{say("notAllKept")}</p>}
      <RefusedFiles files={refused} />
      <div className="flex flex-wrap gap-x-6">
        <Deed onPress={copy}>{say("copyReport")}</Deed>
        <Link
          to={page.saved.to()}
          className="inline-flex min-h-11 items-center underline decoration-accent underline-offset-4"
        >
          {sayWay("saved")}
        </Link>
        <Deed onPress={onForget}>{say("takeMore")}</Deed>
      </div>
    </div>
  );
}

function RefusedFiles({ files }: { files: readonly Refused[] }) {
  const { say } = useMessages(messages);
  const speech = useSpeech();
  if (files.length === 0) return null;
  return (
    <ul role="alert" className="text-base">
      {files.map(({ file, error }) => (
        <li key={file} className="border-t border-rule py-2">
          <bdi className="font-semibold [overflow-wrap:anywhere]">{file || say("failed")}</bdi>
          <span className="block text-soft">{transferFailure(error, speech)}</span>
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
