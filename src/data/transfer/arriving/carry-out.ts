import { withManySaved } from "#data/device/device.ts";
import { buryMany, keepCopies, type Watch } from "#data/device/keep-copies.ts";
import { belongings } from "#data/transfer/stock.ts";
import type { Line, Plan } from "./plan.ts";
import type { Reason } from "./reason.ts";

/** What taking files in did: the plan's lines as they came out. */
export type TakenIn = {
  readonly lines: readonly Line[];
  /** True where the reader stopped it. */
  readonly isStopped: boolean;
  /** False where read marks, positions or settings could not all be kept. */
  readonly areBelongingsKept: boolean;
};

/** Does what a plan says. What is done before it is stopped stays; doing the same once more goes on from there. */
export async function carryOut(plan: Plan, watch: Watch): Promise<TakenIn> {
  const { kept, failed, isBuried } = await withManySaved(async (ground) => {
    const isBuried = await buryMany(ground, plan.removals);
    return { isBuried, ...(await keepCopies(ground, plan.copies, watch)) };
  });
  const isStopped = watch.signal?.aborted === true;
  const areBelongingsKept = isStopped || belongings.write(plan.belongings);
  const wanted = new Set(plan.copies.map(({ id }) => id));
  return { lines: plan.lines.map(outcomeOf), isStopped, areBelongingsKept };

  function outcomeOf(line: Line): Line {
    if (line.outcome === "removed" && !isBuried) return fail(line, { kind: "denied" });
    const isWritten = line.outcome === "added" || line.outcome === "changed";
    if (!isWritten || line.id === undefined || !wanted.has(line.id)) return line;
    const why = failed.get(line.id);
    if (why) return fail(line, { kind: why });
    if (kept.has(line.id)) return line;
    return { ...line, outcome: "skipped", why: { kind: "stoppedBefore" } };
  }
}

function fail(line: Line, why: Reason): Line {
  return { ...line, outcome: "failed", why };
}
