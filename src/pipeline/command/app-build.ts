import { existsSync, readdirSync, renameSync, rmSync, statSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of Offprint itself, with a slash at its end. */
export const HOME = homeOf(dirname(fileURLToPath(import.meta.url)));

/** Whether this code is the source itself, and not what was built of it. */
export const RUNS_SOURCE = fileURLToPath(import.meta.url).startsWith(join(HOME, "src", sep));

/** What the app is made of, below Offprint's own folder. */
const SOURCES = ["src", "public", "index.html", "vite.config.ts", "package-lock.json"];
const NOT_THE_APP = join("src", "pipeline");

/** The nearest folder with a package.json: the source and what is built of it lie at different depths. */
function homeOf(folder: string): string {
  const up = dirname(folder);
  const isHome = existsSync(join(folder, "package.json")) || up === folder;
  return isHome ? join(folder, sep) : homeOf(up);
}

/** Says that the app is not there and can't be built. */
export class AppBuildError extends Error {
  override readonly name = "AppBuildError";
}

/**
 * Gives the folder of the built app; builds it first where it is missing or older than its sources.
 *
 * @param tell is called before a build begins, which takes seconds.
 * @throws AppBuildError
 */
export async function ensureApp(tell: (line: string) => void, home = HOME): Promise<string> {
  const app = join(home, "build", "app");
  const builtAt = timeOf(join(app, "index.html"));
  if (builtAt !== null && builtAt >= newestSource(home)) return app;
  const vite = await loadVite(builtAt !== null, home);
  if (vite === null) return app;
  tell("Building the app (once; later runs take the built one) …");
  await buildInto(app, vite, home);
  return app;
}

type Vite = typeof import("vite");

async function loadVite(isBuilt: boolean, home: string): Promise<Vite | null> {
  try {
    return await import("vite");
  } catch (cause) {
    // An installed package has the app built, and no Vite: dates of unpacked files say nothing.
    if (isBuilt) return null;
    throw new AppBuildError(
      `The app is not built, and Vite, which builds it, is not installed. Run “npm ci” in ${home}, then try again.`,
      { cause },
    );
  }
}

/** Builds beside the old app and swaps the two, so that nobody meets half of one. */
async function buildInto(folder: string, vite: Vite, home: string): Promise<void> {
  const fresh = `${folder}.new-${process.pid}`;
  const old = `${folder}.old-${process.pid}`;
  try {
    await vite.build({
      root: home,
      configFile: join(home, "vite.config.ts"),
      logLevel: "silent",
      build: { outDir: fresh },
    });
    if (existsSync(folder)) renameSync(folder, old);
    renameSync(fresh, folder);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new AppBuildError(`The app could not be built: ${reason}`, { cause });
  } finally {
    for (const rest of [fresh, old]) rmSync(rest, { recursive: true, force: true });
  }
}

/** The time of the last change; folders count too, since a file that was removed leaves no other trace. */
function newestSource(home: string): number {
  let newest = 0;
  for (const source of SOURCES) {
    const path = join(home, source);
    newest = Math.max(newest, timeOf(path) ?? 0);
    if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) continue;
    for (const entry of readdirSync(path, { recursive: true, withFileTypes: true })) {
      const file = join(entry.parentPath, entry.name);
      if (!isPipeline(relative(home, file))) newest = Math.max(newest, timeOf(file) ?? 0);
    }
  }
  return newest;
}

function isPipeline(path: string): boolean {
  return path === NOT_THE_APP || path.startsWith(NOT_THE_APP + sep);
}

function timeOf(path: string): number | null {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? null;
}
