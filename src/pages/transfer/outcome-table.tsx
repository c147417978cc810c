import type { Line, Plan } from "#data/transfer/arriving/plan.ts";
import { countFiles, OUTCOMES } from "./report.ts";
import { number } from "./section.tsx";

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
  return (
    <>
      {countFiles(plan, lines).map(({ file, format, rows, counts }) => (
        <table key={file} className="w-full text-base">
          <caption className="pb-1 text-start">
            <bdi className="font-semibold [overflow-wrap:anywhere]">{file}</bdi>
            <span className="block text-small text-soft">{format}</span>
          </caption>
          <tbody>
            <CountRow name="Rows read" count={rows} />
            {OUTCOMES.filter(
              ({ outcome }) => counts.has(outcome) || ["added", "here", "failed"].includes(outcome),
            ).map((each) => (
              <CountRow
                key={each.outcome}
                name={each[tense]}
                count={counts.get(each.outcome) ?? 0}
              />
            ))}
          </tbody>
        </table>
      ))}
      <Reasons
        lines={lines.filter(({ outcome }) => outcome === "failed")}
        one="row failed"
        many="rows failed"
        isOpen={true}
      />
      <Reasons
        lines={lines.filter(({ outcome }) => outcome === "skipped")}
        one="row is skipped"
        many="rows are skipped"
        isOpen={false}
      />
    </>
  );
}

function CountRow({ name, count }: { name: string; count: number }) {
  return (
    <tr className="border-t border-rule">
      <th scope="row" className="py-2 pe-4 text-start font-normal text-soft">
        {name}
      </th>
      <td className="py-2 text-end tabular-nums">{number(count)}</td>
    </tr>
  );
}

function Reasons({
  lines,
  one,
  many,
  isOpen,
}: {
  lines: readonly Line[];
  one: string;
  many: string;
  isOpen: boolean;
}) {
  if (lines.length === 0) return null;
  return (
    <details open={isOpen} className="text-small">
      <summary className="min-h-11 cursor-pointer py-3 font-semibold">
        {number(lines.length)} {lines.length === 1 ? one : many}
      </summary>
      <ul>
        {lines.slice(0, SHOWN).map(({ file, where, name, why }) => (
          <li key={`${file} ${where}`} className="border-t border-rule py-2">
            <bdi className="[overflow-wrap:anywhere]">{name}</bdi>
            <span className="block text-soft">
              {where}: {why}
            </span>
          </li>
        ))}
      </ul>
      {lines.length > SHOWN ? (
        <p className="border-t border-rule py-2 text-soft">
          And {number(lines.length - SHOWN)} more: the report names them all.
        </p>
      ) : null}
    </details>
  );
}
