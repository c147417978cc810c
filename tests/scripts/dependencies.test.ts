import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it, onTestFinished } from "vitest";

const SCRIPT = fileURLToPath(new URL("../../scripts/dependencies.mjs", import.meta.url));

/** What is said of a lock file with one package in it, and with which exit code. */
function judge(name: string, about: Record<string, unknown>): [code: number | null, said: string] {
  const folder = mkdtempSync(join(tmpdir(), "offprint-lock-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const lock = join(folder, "package-lock.json");
  const packages = { "": {}, [`node_modules/${name}`]: { version: "1.0.0", ...about } };
  writeFileSync(lock, JSON.stringify({ packages }));
  const { status, stderr } = spawnSync(process.execPath, [SCRIPT, lock], { encoding: "utf8" });
  return [status, stderr];
}

describe("a dependency", () => {
  it.each([
    ["with a script that runs on install fails", "a", { license: "MIT", hasInstallScript: true }],
    ["of the tools too", "a", { license: "MIT", hasInstallScript: true, dev: true }],
    [
      "that is shipped too, if it is a known tool",
      "esbuild",
      { license: "MIT", hasInstallScript: true },
    ],
    ["under another licence fails", "a", { license: "GPL-3.0-only" }],
    ["without a licence fails", "a", {}],
  ])("%s", (_, name, about) => {
    expect(judge(name, about)).toEqual([1, expect.stringMatching(`^${name} 1\\.0\\.0: it`)]);
  });

  it.each([
    ["under a licence of the list passes", "a", { license: "MIT" }],
    ["of the tools passes under another, since nobody is given it", "a", { dev: true }],
    ["whose script is known to be spared passes", "esbuild", { dev: true, hasInstallScript: true }],
  ])("%s", (_, name, about) => {
    expect(judge(name, about)).toEqual([0, ""]);
  });
});
