import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ensureApp } from "#pipeline/command/app-build.ts";

let home = "";

/** Writes a file that was changed so many seconds ago. */
function write(path: string, text: string, age: number): void {
  const file = join(home, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  const time = Date.now() / 1000 - age;
  utimesSync(file, time, time);
  for (let folder = dirname(file); folder !== home; folder = dirname(folder)) {
    utimesSync(folder, time, time);
  }
}

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "offprint-app-"));
  write("index.html", '<script type="module" src="/src/main.js"></script>', 100);
  write("src/main.js", "document.title = 'first';", 100);
  write("src/ui/row.js", "", 100);
  write("src/pipeline/cli.js", "", 100);
  write("vite.config.ts", "export default { base: './' };", 100);
  write("package-lock.json", "{}", 100);
});
afterEach(() => rmSync(home, { recursive: true }));

/** Says whether the app was built. */
async function isBuiltNow(): Promise<boolean> {
  const told: string[] = [];
  expect(await ensureApp((line) => void told.push(line), home)).toBe(join(home, "build", "app"));
  return told.length > 0;
}

describe("the app", () => {
  it("is built where it is missing, and only once", async () => {
    expect(await isBuiltNow()).toBe(true);
    const html = readFileSync(join(home, "build/app/index.html"), "utf8");
    expect(html).toMatch(/src="\.\/assets\/[^"]+\.js"/);
    expect(await isBuiltNow()).toBe(false);
    expect(readdirSync(join(home, "build"))).toEqual(["app"]);
  });

  it.each([
    ["a source was changed", () => write("src/ui/row.js", "0", -1)],
    ["a source was removed", () => rmSync(join(home, "src/ui/row.js"))],
    ["other packages are to be installed", () => write("package-lock.json", "{ }", -1)],
  ])("is built anew where %s", async (_, change) => {
    write("build/app/index.html", "old", 50);
    change();
    expect(await isBuiltNow()).toBe(true);
    expect(readFileSync(join(home, "build/app/index.html"), "utf8")).not.toBe("old");
  });

  it("is not built anew where only the pipeline was changed", async () => {
    write("build/app/index.html", "old", 50);
    write("src/pipeline/cli.js", "0", -1);
    utimesSync(join(home, "src"), 0, 0);
    expect(await isBuiltNow()).toBe(false);
  });

  it("that can't be built leaves the one of before in place, and says why", async () => {
    write("build/app/index.html", "old", 50);
    write("src/main.js", "this is no JavaScript", -1);
    await expect(isBuiltNow()).rejects.toThrow(/^The app could not be built: /);
    expect(readFileSync(join(home, "build/app/index.html"), "utf8")).toBe("old");
    expect(readdirSync(join(home, "build"))).toEqual(["app"]);
  });
});
