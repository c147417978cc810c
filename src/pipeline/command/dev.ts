import sirv from "sirv";
import type { InlineConfig, Plugin } from "vite";
import { dataAddress } from "#model/address.ts";
import { HOME } from "./app-build.ts";
import { buildData } from "./build.ts";
import { tag } from "./document/markup.ts";
import type { Plan } from "./plan/plan.ts";
import { tellOutcome } from "./report/summary.ts";
import type { Surroundings } from "./surroundings.ts";
import { watchFolder } from "./watch-folder.ts";
import { withWorkFolder } from "./work-folder.ts";

/**
 * Serves the app by Vite, hot, with the edition's data beside it, until it is told to end. A content file that is
 * saved is published, and the open pages load anew. The policy of production does not apply: Vite needs inline scripts.
 */
export async function develop(
  plan: Plan,
  port: number,
  { terminal, now, ended }: Surroundings,
): Promise<number> {
  return withWorkFolder("dev", plan, async (out) => {
    const publish = async () => {
      const fresh = { ...plan, out, options: { ...plan.options, now: now() } };
      tellOutcome(await buildData(fresh, terminal), fresh, null, terminal);
    };
    await publish();
    const { createServer } = await import("vite");
    const vite = await createServer(viteConfig(plan, out, port));
    await vite.listen();
    const watching = watchFolder(
      plan.options.content,
      () => publish().then(() => vite.ws.send({ type: "full-reload" })),
      // The edition of before stays, and the next change is the next try.
      (error) => terminal.tell(`offprint: could not publish: ${error}`),
    );
    for (const url of vite.resolvedUrls?.local ?? []) terminal.say(`Developing at ${url}`);
    terminal.tell("Press Ctrl-C to end.");
    await ended();
    watching.close();
    await vite.close();
    return 0;
  });
}

function viteConfig({ options }: Plan, out: string, port: number): InlineConfig {
  return {
    root: HOME,
    configFile: `${HOME}vite.config.ts`,
    base: options.base,
    server: {
      port,
      host: "localhost",
      watch: { ignored: ["**/.offprint/**", "**/build/**", "**/dist/**", "**/content/**"] },
    },
    plugins: [editionPlugin(out, options)],
  };
}

/** Serves the edition's data, and gives the app's document what the pipeline writes into it otherwise. */
function editionPlugin(out: string, { base, language }: Plan["options"]): Plugin {
  const files = sirv(out, { dev: true });
  return {
    name: "offprint-edition",
    transformIndexHtml: (html) =>
      html.replace(/<html[^>]*>/, tag("html", { lang: language, "data-base": base })),
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
