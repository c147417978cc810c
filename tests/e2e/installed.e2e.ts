import { spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { LEDGER } from "#pipeline/command/ledger/ledger-file.ts";
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

/** Runs what is installed. */
function installed(...words: readonly string[]) {
  return spawnSync(process.execPath, [join(home, "bin/offprint.js"), ...words], {
    cwd: home,
    encoding: "utf8",
    env: { ...process.env, NODE_ENV: undefined, VITEST: undefined },
  });
}

describe("an installed Offprint, with nothing that reads TypeScript", () => {
  it.each(["0", "2"])("publishes what the source does, with --threads %s", async (threads) => {
    const words = ["build", content, "--threads", threads, "--out"];
    const theirs = join(home, `theirs-${threads}`);
    expect(await offprint(home, ...words, theirs)).toMatchObject({ code: 0 });
    const ours = join(home, `ours-${threads}`);
    const run = installed(...words, ours);
    expect(run).toMatchObject({ status: 0, stderr: "" });
    expect(run.stdout).not.toContain("Building the app");
    expect(dataOf(ours)).toEqual(dataOf(theirs));
  });

  it("looks at a large folder in a thread of its own, and makes of a few changes what it makes of all", {
    timeout: 180_000,
  }, () => {
    const many = mkdtempSync(join(home, "many-"));
    const write = (number: number, words: string) =>
      writeFileSync(
        join(many, `story-${number}.md`),
        `---\ntitle: Story ${number}${` of ${number}`.repeat(60)}\ndate: 2026-01-${String(1 + (number % 28)).padStart(2, "0")}\ntags: [tag ${number % 90}]\n---\n${words}\n`,
      );
    for (let number = 0; number < 3_500; number++) write(number, `A text of its own: ${number}.`);
    const build = (out: string) =>
      expect(installed("build", many, "--no-pages", "--out", join(home, out)).status).toBe(0);
    build("again");
    // Smaller ones are looked at as fast without.
    expect(statSync(join(home, "again", LEDGER)).size).toBeGreaterThan(2_000_000);
    cpSync(join(home, "again"), join(home, "anew"), { recursive: true });
    rmSync(join(home, "anew", LEDGER));
    // Tells that it was started, and goes on.
    const thread = join(home, "build/cli/look.js");
    const isStarted = join(home, "looked");
    const itself = join(home, "build/cli/look-itself.js");
    if (!existsSync(itself)) renameSync(thread, itself);
    writeFileSync(
      thread,
      `import { writeFileSync } from "node:fs";\nwriteFileSync(${JSON.stringify(isStarted)}, "");\nawait import("./look-itself.js");\n`,
    );
    write(17, "It was changed since.");
    write(3_500, "It came since.");
    rmSync(join(many, "story-2000.md"));
    build("again");
    expect(existsSync(isStarted)).toBe(true);
    build("anew");
    expect(dataOf(join(home, "again"))).toEqual(dataOf(join(home, "anew")));
  });

  it("has no tool of those who work on it", () => {
    expect(existsSync(join(home, "node_modules/tsx"))).toBe(false);
    expect(existsSync(join(home, "node_modules/vite"))).toBe(false);
  });
});
