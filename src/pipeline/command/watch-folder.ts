import { type FSWatcher, readdirSync, watch } from "node:fs";
import { basename, dirname, join, sep } from "node:path";

/** Editors write a file in several steps; what follows within this time is one change. */
const SETTLE_MS = 60;

/** Hidden folders hold no content; one of ours would be changed by each run. */
const HIDDEN = /^\./;

/** What watches a folder. */
export type Watch = { readonly close: () => void };

/**
 * Calls back after files in a folder changed, or a file outside of it, which need not be there yet: one call at a time;
 * what changes meanwhile makes one more.
 *
 * It watches folders, not files: of 100,000 files in one, the libraries that look at each file take half a gigabyte and
 * seconds to notice one more.
 *
 * @param failed hears what a call rejects with; the next change is the next try.
 */
export function watchFolder(
  folder: string,
  outside: string,
  changed: () => Promise<void>,
  failed: (error: unknown) => void,
): Watch {
  const watchers = new Map<string, FSWatcher>();
  let running = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;
  const notice = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      running = running.then(changed).catch(failed);
    }, SETTLE_MS);
  };
  const unwatch = (path: string) => {
    if (!watchers.has(path)) return;
    for (const [watched, watcher] of watchers) {
      if (watched !== path && !watched.startsWith(path + sep)) continue;
      watcher.close();
      watchers.delete(watched);
    }
  };
  const add = (path: string): void => {
    if (watchers.has(path)) return;
    const folders = foldersIn(path);
    if (folders === null) return;
    const watcher = watch(path, (event, name) => {
      notice();
      if (event !== "rename" || name === null || HIDDEN.test(name)) return;
      // A folder may be new, or in the place of another, whose watchers no longer hear anything.
      unwatch(join(path, name));
      add(join(path, name));
    });
    // It was removed, and its parent tells of that.
    watcher.on("error", () => unwatch(path));
    watchers.set(path, watcher);
    for (const name of folders) add(join(path, name));
  };
  add(folder);
  const beside = watch(dirname(outside), (_, name) => {
    if (name === basename(outside)) notice();
  });
  beside.on("error", () => beside.close());
  return {
    close: () => {
      clearTimeout(timer);
      beside.close();
      for (const path of [...watchers.keys()]) unwatch(path);
    },
  };
}

/** The names of the folders in a folder; null for what is none, or can't be read. */
function foldersIn(path: string): string[] | null {
  try {
    const entries = readdirSync(path, { withFileTypes: true });
    return entries
      .filter((entry) => entry.isDirectory() && !HIDDEN.test(entry.name))
      .map(({ name }) => name);
  } catch {
    // A file, or gone again.
    return null;
  }
}
