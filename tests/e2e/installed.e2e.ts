import { spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { HOME, offprint } from "#tests/support/command.ts";

const home = mkdtempSync(join(tmpdir(), "offprint-installed-"));
const content = join(HOME, "tests/e2e/fixtures/ten/content");

/** Lays out what an installation has: what the package holds, built, and the packages of production alone. */
beforeAll(() => {
  const built = spawnSync("npm", ["run", "--silent", "build:cli", "--", "--logLevel", "error"], {
    cwd: HOME,
    encoding: "utf8",
    env: { ...process.env, NODE_ENV: undefined, VITEST: undefined },
  });
  if (built.status !== 0) throw new Error(`The command line could not be built: ${built.stderr}`);
  const { files } = JSON.parse(readFileSync(join(HOME, "package.json"), "utf8"));
  for (const path of [...files, "package.json"]) {
    cpSync(join(HOME, path), join(home, path), { recursive: true });
  }
  const lock = JSON.parse(readFileSync(join(HOME, "package-lock.json"), "utf8"));
  for (const [path, { dev }] of Object.entries<{ dev?: boolean }>(lock.packages)) {
    if (path === "" || dev || path.lastIndexOf("node_modules/") > 0) continue;
    if (!existsSync(join(HOME, path))) continue;
    mkdirSync(dirname(join(home, path)), { recursive: true });
    symlinkSync(join(HOME, path), join(home, path));
  }
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

/** The files of an edition's data, by their paths. */
function dataOf(edition: string): Map<string, string> {
  const files = readdirSync(join(edition, "data"), { recursive: true, withFileTypes: true });
  return new Map(
    files
      .filter((file) => file.isFile())
      .map(({ parentPath, name }): [string, string] => {
        const path = join(parentPath, name);
        return [path.slice(edition.length), readFileSync(path, "latin1")];
      }),
  );
}

describe("an installed Offprint, with nothing that reads TypeScript", () => {
  it.each(["0", "2"])("publishes what the source does, with --threads %s", async (threads) => {
    const words = ["build", content, "--threads", threads, "--out"];
    const theirs = join(home, `theirs-${threads}`);
    expect(await offprint(home, ...words, theirs)).toMatchObject({ code: 0 });
    const ours = join(home, `ours-${threads}`);
    const run = spawnSync(process.execPath, [join(home, "bin/offprint.js"), ...words, ours], {
      cwd: home,
      encoding: "utf8",
      env: { ...process.env, NODE_ENV: undefined, VITEST: undefined },
    });
    expect(run).toMatchObject({ status: 0, stderr: "" });
    expect(run.stdout).not.toContain("Building the app");
    expect(dataOf(ours)).toEqual(dataOf(theirs));
  });

  it("has no tool of those who work on it", () => {
    expect(existsSync(join(home, "node_modules/tsx"))).toBe(false);
    expect(existsSync(join(home, "node_modules/vite"))).toBe(false);
  });
});
