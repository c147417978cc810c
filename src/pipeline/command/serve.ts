import { buildEdition } from "./build.ts";
import { editionHandler } from "./host/edition-handler.ts";
import { listenLocally } from "./host/listen.ts";
import type { Plan } from "./plan/plan.ts";
import { publisher, watchContent } from "./publish-again.ts";
import type { Surroundings } from "./surroundings.ts";
import { withWorkFolder } from "./work-folder.ts";

/**
 * Builds the edition and serves it on this machine until it is told to end, and builds it anew when content or
 * configuration changes; gives the exit code.
 */
export async function serve(
  planNow: () => Plan,
  port: number,
  { terminal, ended }: Surroundings,
): Promise<number> {
  return withWorkFolder("serve", planNow(), async (out) => {
    const build = (plan: Plan) => buildEdition({ ...plan, out }, terminal);
    const publish = publisher(planNow, build, terminal);
    const { plan, outcome, code } = await publish();
    if (!outcome.result || code !== 0) return code;
    let { base } = plan.options;
    let handler = editionHandler(out, base);
    const server = await listenLocally((request, response) => handler(request, response), port);
    if (server.port !== port) terminal.tell(`Port ${port} is taken; this is the next free one.`);
    const sayWhere = () => terminal.say(`Serving at http://localhost:${server.port}${base}`);
    sayWhere();
    const republish = async () => {
      const { options } = (await publish()).plan;
      if (options.base === base) return;
      base = options.base;
      handler = editionHandler(out, base);
      sayWhere();
    };
    const watching = watchContent(plan, republish, terminal);
    terminal.tell("Press Ctrl-C to end.");
    await ended();
    watching.close();
    await server.close();
    return 0;
  });
}
