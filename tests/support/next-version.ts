import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "vite";
import { loadApp } from "#pipeline/command/document/app-source.ts";
import { makeDocuments } from "#pipeline/command/document/documents.ts";
import { nameShell } from "#pipeline/command/document/worker.ts";
import { HOME } from "./command.ts";

let built: Promise<string> | null = null;

/** Builds the next version of the app, before the tests that publish it: it takes longer than they do. */
export async function makeNextVersion(): Promise<void> {
  built ??= buildNext();
  await built;
}

async function buildNext(): Promise<string> {
  const app = mkdtempSync(join(tmpdir(), "offprint-next-"));
  await build({
    root: HOME,
    configFile: join(HOME, "vite.config.ts"),
    logLevel: "error",
    mode: "production",
    build: { outDir: app, emptyOutDir: true },
    plugins: [
      {
        name: "next-version",
        transform: (code, id) =>
          id.endsWith("/src/main.tsx")
            ? `${code}\ndocument.documentElement.dataset.version = "next";`
            : null,
      },
    ],
  });
  return app;
}

/** Removes what was built, after the last test of a file. */
export async function dropNextVersion(): Promise<void> {
  const app = await built;
  if (app !== null) rmSync(app, { recursive: true });
  built = null;
}

/**
 * Publishes an edition at `/` anew with a next version of the app, which says so on its root element; the old one is
 * gone from the host.
 *
 * @returns the paths of its scripts and styles.
 */
export async function publishNextVersion(edition: string): Promise<{ assets: string[] }> {
  built ??= buildNext();
  const app = await built;
  const { fixed } = makeDocuments(await loadApp(app), {
    title: "Next",
    language: "en",
    timeZone: "UTC",
    base: "/",
    sections: new Map(),
  });
  const shell = fixed.get("app.html") ?? "";
  rmSync(join(edition, "assets"), { recursive: true });
  cpSync(join(app, "assets"), join(edition, "assets"), { recursive: true });
  for (const [path, text] of fixed) writeFileSync(join(edition, path), text);
  writeFileSync(join(edition, "index.html"), shell);
  const worker = readFileSync(join(app, "sw.js"), "utf8");
  writeFileSync(join(edition, "sw.js"), nameShell(worker, shell));
  return { assets: readdirSync(join(edition, "assets")).map((name) => `assets/${name}`) };
}
