import { buildEdition } from "./build.ts";
import { editionHandler } from "./host/edition-handler.ts";
import { listenLocally } from "./host/listen.ts";
import type { Plan } from "./plan/plan.ts";
import { tellOutcome } from "./report/summary.ts";
import type { Surroundings } from "./surroundings.ts";
import { watchFolder } from "./watch-folder.ts";
import { withWorkFolder } from "./work-folder.ts";

/**
 * Builds the edition and serves it on this machine until it is told to end, and builds it anew when content changes;
 * gives the exit code.
 */
export async function serve(
  plan: Plan,
  port: number,
  { terminal, now, ended }: Surroundings,
): Promise<number> {
  return withWorkFolder("serve", plan, async (out) => {
    const outcome = await buildEdition({ ...plan, out }, terminal);
    const code = tellOutcome(outcome, plan, null, terminal);
    if (!outcome.result || code !== 0) return code;
    const server = await listenLocally(editionHandler(out, plan.options.base), port);
    if (server.port !== port) terminal.tell(`Port ${port} is taken; this is the next free one.`);
    terminal.say(`Serving at http://localhost:${server.port}${plan.options.base}`);
    const watching = watchFolder(
      plan.options.content,
      async () => {
        const fresh = { ...plan, out, options: { ...plan.options, now: now() } };
        tellOutcome(await buildEdition(fresh, terminal), fresh, null, terminal);
      },
      // The edition of before stays, and the next change is the next try.
      (error) => terminal.tell(`offprint: could not publish: ${error}`),
    );
    terminal.tell("Press Ctrl-C to end.");
    await ended();
    watching.close();
    await server.close();
    return 0;
  });
}
