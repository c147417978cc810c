import { rmdirSync, unlinkSync } from "node:fs";
import { dirname, join } from "node:path";

/** Removes files below a folder, and the folders below it that they leave empty; what is gone already is no matter. */
export function removeFiles(out: string, paths: Iterable<string>): void {
  const folders = new Set<string>();
  for (const path of paths) {
    removeFile(join(out, path));
    for (let folder = dirname(path); folder !== "." && !folders.has(folder); ) {
      folders.add(folder);
      folder = dirname(folder);
    }
  }
  // Each is tried once, the inner ones first: nearly all hold other files, and to be refused takes longer than a removal.
  for (const folder of [...folders].sort((a, b) => b.length - a.length)) {
    try {
      rmdirSync(join(out, folder));
    } catch {
      // Not empty, or gone.
    }
  }
}

function removeFile(path: string): void {
  try {
    unlinkSync(path);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : "";
    if (code !== "ENOENT" && code !== "ENOTDIR") throw error;
  }
}
