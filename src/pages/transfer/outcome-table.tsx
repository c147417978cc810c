import type { Line, Plan } from "#data/transfer/arriving/plan.ts";
import { useLanguage, useMessages, useSpeech } from "#ui/messages/messages.tsx";
import { lineWords } from "./line-words.ts";
import messages from "./outcome-table.messages.json";
import { countFiles, OUTCOMES } from "./report.ts";
import { formatWords } from "./taking-words.ts";

/** More of them are in the report that can be copied. */
const SHOWN = 100;

/** What becomes, or became, of the rows of each file. */
export function OutcomeTable({
  plan,
  lines,
  tense,
}: {
  plan: Plan;
  lines: readonly Line[];
  tense: "before" | "after";
}) {
  const { say } = useMessages(messages);
  const speech = useSpeech();
  const words = tense === "before" ? "Before" : "After";
  return (
    <>
      {countFiles(plan, lines).map(({ file, format, rows, counts }) => (
        <table key={file} className="w-full text-base">
          <caption className="pb-1 text-start">
            <bdi className="font-semibold [overflow-wrap:anywhere]">{file}</bdi>
            <span className="block text-small text-soft">{formatWords(format, speech)}</span>
          </caption>
          <tbody>
            <CountRow name={say("rows")} count={rows} />
            {OUTCOMES.filter(
              (outcome) => counts.has(outcome) || ["added", "here", "failed"].includes(outcome),
            ).map((outcome) => (
              <CountRow
                key={outcome}
                name={say(`${outcome}${words}`)}
                count={counts.get(outcome) ?? 0}
              />
            ))}
          </tbody>
        </table>
      ))}
      <Reasons
        lines={lines.filter(({ outcome }) => outcome === "failed")}
        message="rowsFailed"
        isOpen={true}
      />
      <Reasons
        lines={lines.filter(({ outcome }) => outcome === "skipped")}
        message="rowsSkipped"
        isOpen={false}
      />
    </>
  );
}

function CountRow({ name, count }: { name: string; count: number }) {
  const { locale } = useLanguage();
  return (
    <tr className="border-t border-rule">
      <th scope="row" className="py-2 pe-4 text-start font-normal text-soft">
        {name}
      </th>
      <td className="py-2 text-end tabular-nums">{count.toLocaleString(locale)}</td>
    </tr>
  );
}

function Reasons({
  lines,
  message,
  isOpen,
}: {
  lines: readonly Line[];
  message: "rowsFailed" | "rowsSkipped";
  isOpen: boolean;
}) {
  const { say } = useMessages(messages);
  const speech = useSpeech();
  if (lines.length === 0) return null;
  return (
    <details open={isOpen} className="text-small">
      <summary className="min-h-11 cursor-pointer py-3 font-semibold">
        {say(message, { count: lines.length })}
      </summary>
      <ul>
        {lines.slice(0, SHOWN).map((line) => {
          const { where, name, why } = lineWords(line, speech);
          return (
            <li key={`${line.file} ${where}`} className="border-t border-rule py-2">
              <bdi className="[overflow-wrap:anywhere]">{name}</bdi>
              <span className="block text-soft">{say("reason", { where, why })}</span>
            </li>
          );
        })}
      </ul>
      {lines.length > SHOWN ? (
        <p className="border-t border-rule py-2 text-soft">
          {say("more", { count: lines.length - SHOWN })}
        </p>
      ) : null}
    </details>
  );
}
