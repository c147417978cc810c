import { spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { HOME, offprint, startOffprint } from "#tests/support/command.ts";

/** What a reader does with other programs, and can't be tried here. */
const NOT_OURS = [
  "git",
  "cd",
  "rsync",
  "aws",
  "nginx",
  "sudo",
  "docker",
  "npx wrangler",
  "npx netlify",
];

const README = join(HOME, "README.md");
const text = existsSync(README) ? readFileSync(README, "utf8") : "";
const scripts: Record<string, string> = JSON.parse(
  readFileSync(join(HOME, "package.json"), "utf8"),
).scripts;

/** Every command in a fenced block of shell, without prompt and comment. */
const commands = [...text.matchAll(/^```(?:sh|bash|shell|console)\n([\s\S]*?)^```/gm)]
  .flatMap(([, block = ""]) => block.replaceAll("\\\n", " ").split("\n"))
  .map((line) =>
    line
      .replace(/^\$ /, "")
      .replace(/(^|\s)#.*$/, "")
      .trim(),
  )
  .filter((line) => line !== "");

const cwd = mkdtempSync(join(tmpdir(), "offprint-readme-"));
beforeAll(() => {
  const ten = join(HOME, "tests/e2e/fixtures/ten/content");
  // Every content folder that the page speaks of is there.
  const named = commands.flatMap((line) => line.match(/\S*content\b\/?/gi) ?? []);
  for (const folder of new Set(["content", ...named])) {
    if (!folder.startsWith("/") && !folder.startsWith(".."))
      cpSync(ten, join(cwd, folder), { recursive: true });
  }
});
afterAll(() => rmSync(cwd, { recursive: true, force: true }));

describe("the README's commands", () => {
  it("are there, the two first ones too", () => {
    expect(commands).toEqual(expect.arrayContaining(["npm start", "npm test"]));
  });

  it.each([...new Set(commands)])("%s", async (command) => {
    const words = (command.match(/"[^"]*"|'[^']*'|\S+/g) ?? []).map((word) =>
      word.replace(/^(["'])(.*)\1$/, "$2"),
    );
    const own = /^(npx )?offprint |^node (\.\/)?bin\/offprint\.js /.exec(command);
    if (own) await tryOffprint(words.slice(words.findIndex((word) => /offprint/.test(word)) + 1));
    else if (words[0] === "npm") await tryNpm(words);
    else
      expect(
        NOT_OURS.some((name) => command.startsWith(`${name} `)),
        command,
      ).toBe(true);
  });
});

/** Runs a command of ours; one that serves is asked to end once it does. */
async function tryOffprint(words: string[]): Promise<void> {
  if (words[0] !== "serve" && words[0] !== "dev") {
    expect(await offprint(cwd, ...words)).toMatchObject({ code: 0 });
    return;
  }
  const running = startOffprint(cwd, ...words);
  await running.until(/(Serving|Developing) at http/);
  expect(await running.interrupt()).toBe(0);
}

/** Tries what npm is asked: the scripts are there, and `npm start` and `npm run dev` come to serve. */
async function tryNpm(words: string[]): Promise<void> {
  const [, verb = "", name = ""] = words;
  const script = verb === "run" ? name : verb;
  if (verb === "install" || verb === "ci") return;
  expect(scripts, words.join(" ")).toHaveProperty(script);
  if (script !== "start" && script !== "dev") return;
  const folder = words.find((word) => /content/i.test(word));
  const given = folder && !folder.startsWith("/") ? [join(cwd, folder)] : [];
  const npm = spawn("npm", ["run", "--silent", script, "--", ...given, "--port", "25373"], {
    cwd: HOME,
    stdio: ["ignore", "pipe", "inherit"],
    detached: true,
  });
  const exited = once(npm, "close");
  let out = "";
  for await (const part of npm.stdout.setEncoding("utf8")) {
    out += part;
    // Ctrl-C reaches the whole group, as in a terminal.
    if (/ at http:\/\/localhost:\d+\//.test(out) && npm.pid) process.kill(-npm.pid, "SIGINT");
  }
  await exited;
  expect(out).toMatch(/ at http:\/\/localhost:\d+\//);
}
