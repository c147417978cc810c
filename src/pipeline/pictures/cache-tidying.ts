import { mkdir, readdir, rm, stat, utimes, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";

const DAY_MS = 24 * 60 * 60 * 1000;
/** What no run used for so long goes. */
const UNUSED_MS = 90 * DAY_MS;
const EVERY_MS = 30 * DAY_MS;
/** Its time is that of the last look. */
const MARK = "tidied";

/**
 * Removes from a cache what no run used for long: addresses, each a file, and pictures, each a folder with a list of its
 * files. When one was used, the time of that file says.
 */
export async function tidyCache(folder: string, now: Date): Promise<void> {
  const mark = join(folder, MARK);
  const last = await timeOf(mark);
  if (last !== null && now.getTime() - last < EVERY_MS) return;
  await mkdir(folder, { recursive: true });
  await writeFile(mark, "");
  await utimes(mark, now, now);
  // On the first run there is nothing to look for yet; what can be had again belongs into no repository.
  if (last === null) return writeFile(join(folder, ".gitignore"), "*\n");
  for (const path of await readdir(folder, { recursive: true })) {
    if (!/\.(?:json|part)$/.test(path)) continue;
    const file = join(folder, path);
    const time = await timeOf(file);
    if (time === null || now.getTime() - time < UNUSED_MS) continue;
    const isPicture = path.endsWith("picture.json");
    await rm(isPicture ? dirname(file) : file, { recursive: true, force: true });
  }
}

/** When a file was written, or marked as used; null where there is none. */
async function timeOf(file: string): Promise<number | null> {
  return stat(file).then(
    ({ mtimeMs }) => mtimeMs,
    () => null,
  );
}
