import sirv from "sirv";
import type { InlineConfig, Plugin } from "vite";
import { dataAddress } from "#model/address.ts";
import { HOME } from "./app-build.ts";
import { buildData } from "./build.ts";
import { tag } from "./document/markup.ts";
import type { Plan } from "./plan/plan.ts";
import { publisher, watchContent } from "./publish-again.ts";
import type { Surroundings } from "./surroundings.ts";
import { withWorkFolder } from "./work-folder.ts";

/**
 * Serves the app by Vite, hot, with the edition's data beside it, until it is told to end. When a content file or the
 * configuration is saved, it is published, and the open pages load anew. The policy of production does not apply: Vite needs inline scripts.
 */
export async function develop(
  planNow: () => Plan,
  port: number,
  { terminal, ended }: Surroundings,
): Promise<number> {
  return withWorkFolder("dev", planNow(), async (out) => {
    const build = (plan: Plan) => buildData({ ...plan, out }, terminal);
    const publish = publisher(planNow, build, terminal);
    let { plan } = await publish();
    const { base } = plan.options;
    const { createServer } = await import("vite");
    const vite = await createServer(viteConfig({ base, now: () => plan.options }, out, port));
    await vite.listen();
    const republish = async () => {
      ({ plan } = await publish());
      if (plan.options.base === base) vite.ws.send({ type: "full-reload" });
      else terminal.tell(`The base is ${plan.options.base} now. Start again to see it there.`);
    };
    const watching = watchContent(plan, republish, terminal);
    for (const url of vite.resolvedUrls?.local ?? []) terminal.say(`Developing at ${url}`);
    terminal.tell("Press Ctrl-C to end.");
    await ended();
    watching.close();
    await vite.close();
    return 0;
  });
}

/** What the server was started with, and what the plan of the last run says. */
type Settings = { readonly base: string; readonly now: () => Plan["options"] };

function viteConfig(settings: Settings, out: string, port: number): InlineConfig {
  return {
    root: HOME,
    configFile: `${HOME}vite.config.ts`,
    base: settings.base,
    server: {
      port,
      host: "localhost",
      watch: { ignored: ["**/.offprint/**", "**/build/**", "**/dist/**", "**/content/**"] },
    },
    plugins: [editionPlugin(out, settings)],
  };
}

/** Serves the edition's data, and gives the app's document what the pipeline writes into it otherwise. */
function editionPlugin(out: string, { base, now }: Settings): Plugin {
  const files = sirv(out, { dev: true });
  return {
    name: "offprint-edition",
    transformIndexHtml: (html) =>
      html.replace(/<html[^>]*>/, tag("html", { lang: now().language, "data-base": base })),
    configureServer: ({ middlewares }) => {
      // Vite takes the base off only behind this.
      middlewares.use((request, response, next) => {
        const path = (request.url ?? "").replace(/\?.*$/, "");
        const below = path.startsWith(base) ? path.slice(base.length) : "";
        if (!below.startsWith("data/") && below !== dataAddress.feed()) {
          next();
          return;
        }
        request.url = `/${below}`;
        response.setHeader("Cache-Control", "no-store");
        files(request, response, () => {
          response.statusCode = 404;
          response.end();
        });
      });
    },
  };
}
