import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { makePlan } from "#pipeline/command/plan/plan.ts";
import { withWorkFolder } from "#pipeline/command/work-folder.ts";

const now = new Date("2026-05-01T00:00:00Z");
let home = "";
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "offprint-work-"));
  mkdirSync(join(home, "content", "sea"), { recursive: true });
});
afterEach(() => rmSync(home, { recursive: true }));

const folderFor = (content: string, cwd: string, base = "/") =>
  withWorkFolder("serve", makePlan(content, { base }, { now, cwd }), async (folder) => {
    mkdirSync(folder, { recursive: true });
    return folder;
  });

describe("the folder for an edition that is only looked at", () => {
  it("lies in the working folder, stays, and is the same the next time", async () => {
    const folder = await folderFor("content", home);
    expect(folder.startsWith(join(home, ".offprint", "serve-"))).toBe(true);
    expect(existsSync(folder)).toBe(true);
    expect(await folderFor("content", home)).toBe(folder);
  });

  it("is another one for another base or another content folder", async () => {
    const folder = await folderFor("content", home);
    expect(await folderFor("content", home, "/news/")).not.toBe(folder);
    expect(await folderFor("content/sea", home)).not.toBe(folder);
  });

  it.each([".", "sea"])(
    "never lies in the content folder, not even from %s in it",
    async (from) => {
      const cwd = join(home, "content", from);
      const folder = await folderFor(join(home, "content"), cwd);
      expect(folder.startsWith(home)).toBe(false);
      expect(existsSync(folder), "A temporary folder goes with the run").toBe(false);
      expect(existsSync(join(cwd, ".offprint"))).toBe(false);
    },
  );

  it("is a temporary one where the working folder can't be written", async () => {
    writeFileSync(join(home, ".offprint"), "in the way");
    const folder = await folderFor("content", home);
    expect(folder.startsWith(home)).toBe(false);
    expect(existsSync(folder)).toBe(false);
  });
});
