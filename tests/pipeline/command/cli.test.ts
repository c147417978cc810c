import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runCommand } from "#pipeline/command/cli.ts";

const cwd = mkdtempSync(join(tmpdir(), "offprint-cli-"));
beforeAll(() => {
  mkdirSync(join(cwd, "content"));
  writeFileSync(
    join(cwd, "content", "salt.md"),
    "---\ntitle: Salt\ndate: 2026-01-13\ntags: [Sea]\n---\nHow salt is won.\n",
  );
  writeFileSync(join(cwd, "content", "broken.md"), "---\ntitle: Broken\n");
  mkdirSync(join(cwd, "empty"));
  writeFileSync(join(cwd, "file.md"), "");
});
afterAll(() => rmSync(cwd, { recursive: true }));

/** Runs a command and gives its exit code, its result and what it says about the run. */
async function run(...words: string[]) {
  const said: string[] = [];
  const told: string[] = [];
  const code = await runCommand(words, {
    terminal: {
      say: (line) => void said.push(line),
      tell: (line) => void told.push(line),
      show: null,
    },
    cwd,
    now: () => new Date("2026-05-01T00:00:00Z"),
    ended: () => Promise.resolve(),
  });
  return { code, out: said.join("\n"), err: told.join("\n") };
}

describe("help", () => {
  it("names every command", async () => {
    const { code, out } = await run("--help");
    expect(code).toBe(0);
    for (const name of ["build", "check", "serve", "dev"]) expect(out).toContain(`  ${name} `);
  });

  it.each(["build", "check", "serve", "dev"])("of %s names every option", async (command) => {
    const { code, out } = await run(command, "--help");
    expect(code).toBe(0);
    for (const option of [
      "--base",
      "--title",
      "--drafts",
      "--future",
      "--expired",
      "--tags-from",
      "--language",
      "--time-zone",
      "--pictures",
      "--report",
      "--strict",
      "offprint.config.json",
      "Exit codes",
    ]) {
      expect(out).toContain(option);
    }
  });

  it("prints the version", async () => {
    expect(await run("--version")).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^\d+\.\d+\.\d+$/),
    });
  });
});

describe("wrong usage ends with exit code 2 and says what is wrong", () => {
  it.each([
    [[], /Usage: offprint/],
    [["bild"], /unknown command 'bild'\n\(Did you mean build\?\)/],
    [["build", "--titel", "x"], /unknown option '--titel'\n\(Did you mean --title\?\)/],
    [["build", "content", "more"], /too many arguments/],
    [["build", "--out"], /argument missing/],
    [["build", "nowhere"], /There is no folder “nowhere”/],
    [["build", "file.md"], /“file.md” is a file/],
    [["build", "--base", "https://paper.example/"], /--base can't be "https:\/\/paper.example\/"/],
    [["build", "--time-zone", "Europe/Berln"], /nearest known one is Europe\/Berlin/],
    [["build", "--language", "en_US"], /--language can't be "en_US".* such as en/],
    [["build", "--tags-from", "a b"], /--tags-from can't be "a b"/],
    [["build", "--title", ""], /--title can't be ""/],
    [["check", "--out", "x"], /unknown option '--out'/],
    [["serve", "--port", "http"], /It should be a number from 1 to 65535/],
    [["serve", "--port", "70000"], /It should be a number from 1 to 65535/],
  ])("offprint %j", async (words, message) => {
    const { code, out, err } = await run(...words);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toMatch(message);
  });
});

describe("check", () => {
  it("says the problems and the counts, and writes nothing", async () => {
    const before = readdirSync(cwd);
    const { code, out } = await run("check", "content");
    expect(code).toBe(0);
    expect(out).toMatch(/^broken\.md:1: .+\. .+\.$/m);
    expect(out).toContain("1 article, 1 tag");
    expect(readdirSync(cwd)).toEqual(before);
  });

  it("ends with 1 under --strict where there is a problem", async () => {
    expect((await run("check", "--strict")).code).toBe(1);
    expect((await run("check", "--strict", "--no-strict")).code).toBe(0);
  });

  it("ends with 1 where nothing can be published", async () => {
    const { code, err, out } = await run("check", "empty");
    expect(code).toBe(1);
    expect(out + err).toMatch(/There is no content file/);
  });

  it("says how many files and problems kept it from publishing", async () => {
    mkdirSync(join(cwd, "one"));
    writeFileSync(join(cwd, "one", "broken.md"), "---\ntitle: Broken\n");
    const { err, out } = await run("check", "one");
    expect(out + err).toContain("1 file left out, 1 problem; the report names them.");
  });

  it("keeps a title of digits as it was typed", async () => {
    expect((await run("check", "--title", "007")).code).toBe(0);
  });
});
