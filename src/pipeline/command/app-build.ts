import { existsSync, readdirSync, renameSync, rmSync, statSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of Offprint itself. */
export const HOME = fileURLToPath(new URL("../../../", import.meta.url));

/** The built app: the same for every edition, so it is built once. */
const APP = join(HOME, "build", "app");

/** What the app is made of, below Offprint's own folder. */
const SOURCES = ["src", "public", "index.html", "vite.config.ts", "package-lock.json"];
const NOT_THE_APP = join("src", "pipeline");

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
export async function ensureApp(tell: (line: string) => void): Promise<string> {
  const builtAt = timeOf(join(APP, "index.html"));
  if (builtAt !== null && builtAt >= newestSource()) return APP;
  const vite = await loadVite(builtAt !== null);
  if (vite === null) return APP;
  tell("Building the app (once; later runs take the built one) …");
  await buildInto(APP, vite);
  return APP;
}

type Vite = typeof import("vite");

async function loadVite(isBuilt: boolean): Promise<Vite | null> {
  try {
    return await import("vite");
  } catch (cause) {
    // An installed package has the app built, and no Vite: dates of unpacked files say nothing.
    if (isBuilt) return null;
    throw new AppBuildError(
      `The app is not built (${APP} is missing), and Vite, which builds it, is not installed. Run “npm ci” in ${HOME}, then try again.`,
      { cause },
    );
  }
}

/** Builds beside the old app and swaps the two, so that nobody meets half of one. */
async function buildInto(folder: string, vite: Vite): Promise<void> {
  const fresh = `${folder}.new-${process.pid}`;
  const old = `${folder}.old-${process.pid}`;
  try {
    await vite.build({
      root: HOME,
      configFile: join(HOME, "vite.config.ts"),
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
function newestSource(): number {
  let newest = 0;
  for (const source of SOURCES) {
    const path = join(HOME, source);
    newest = Math.max(newest, timeOf(path) ?? 0);
    if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) continue;
    for (const entry of readdirSync(path, { recursive: true, withFileTypes: true })) {
      const file = join(entry.parentPath, entry.name);
      if (!isPipeline(file)) newest = Math.max(newest, timeOf(file) ?? 0);
    }
  }
  return newest;
}

function isPipeline(file: string): boolean {
  const path = relative(HOME, file);
  return path === NOT_THE_APP || path.startsWith(NOT_THE_APP + sep);
}

function timeOf(path: string): number | null {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? null;
}
