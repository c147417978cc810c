import type { Outcome } from "./build.ts";
import { configurationOf, type Plan } from "./plan/plan.ts";
import { problemsOf, tellOutcome } from "./report/summary.ts";
import type { Terminal } from "./report/terminal.ts";
import { type Watch, watchFolder } from "./watch-folder.ts";

/** What came of publishing once more. */
export type Published = { readonly plan: Plan; readonly outcome: Outcome; readonly code: number };

/**
 * Makes what publishes by the plan as it is at the time, since the configuration may have changed too. Of the problems
 * only those are said that were not there the time before.
 */
export function publisher(
  planNow: () => Plan,
  build: (plan: Plan) => Promise<Outcome>,
  terminal: Terminal,
): () => Promise<Published> {
  let before: ReadonlySet<string> = new Set();
  return async () => {
    const plan = planNow();
    const outcome = await build(plan);
    const code = tellOutcome(outcome, plan, null, terminal, before);
    before = problemsOf(outcome);
    return { plan, outcome, code };
  };
}

/** Calls back when the content folder or the configuration beside it changes; what fails then is told, and the next change is the next try. */
export function watchContent(
  { options: { content } }: Plan,
  changed: () => Promise<void>,
  terminal: Terminal,
): Watch {
  return watchFolder(content, configurationOf(content), changed, (error) => {
    const words = error instanceof Error ? error.message : String(error);
    terminal.tell(`offprint: could not publish: ${words}`);
  });
}
