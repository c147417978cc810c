import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import type { Plan } from "./plan/plan.ts";

/**
 * Runs with a folder for an edition that is only looked at: below `.offprint` in the working folder, where the next
 * run finds it and rewrites only what changed. Where that would lie in the content folder, or can't be written, the
 * folder is a temporary one and goes with the run.
 */
export async function withWorkFolder<T>(
  purpose: "serve" | "dev",
  { options, cwd }: Plan,
  work: (folder: string) => Promise<T>,
): Promise<T> {
  const name = createHash("sha256").update(`${options.content}\n${options.base}`).digest("hex");
  const kept = join(cwd, ".offprint");
  if (!relative(options.content, kept).startsWith("..") || !canWrite(kept)) {
    const passing = mkdtempSync(join(tmpdir(), "offprint-"));
    try {
      return await work(join(passing, purpose));
    } finally {
      rmSync(passing, { recursive: true, force: true });
    }
  }
  return work(join(kept, `${purpose}-${name.slice(0, 8)}`));
}

function canWrite(folder: string): boolean {
  try {
    mkdirSync(folder, { recursive: true });
    return true;
  } catch {
    // Whatever the reason, there is a temporary folder instead.
    return false;
  }
}
