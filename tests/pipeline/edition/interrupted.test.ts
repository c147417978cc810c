import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { articlePath, dataAddress } from "#model/address.ts";
import { documents, idOf, story } from "../../support/edition-stories.ts";
import { readFiles, readWhole, workshop, writeFiles } from "../../support/edition-workshop.ts";

const CHILD = fileURLToPath(new URL("./interrupted-child.ts", import.meta.url));

/** Which rename puts the child's manifest in its place. */
const MANIFEST = 90;

const stories = (count: number, title: string) =>
  Array.from({ length: count }, (_, n) =>
    story(`${n}.md`, { title: `${title} ${n}`, tags: ["Ice"] }),
  );

describe("a run that is ended in the middle", () => {
  // Names of the disk's calls and their numbers: from the first file that is written to the last that is removed.
  it.each([
    ["writeFileSync", 1],
    ["writeFileSync", 60],
    ["writeSync", 1],
    ["renameSync", 1],
    ["renameSync", 2],
    ["renameSync", 30],
    ["renameSync", MANIFEST],
    ["renameSync", MANIFEST + 1],
    ["renameSync", MANIFEST + 2],
    ["unlinkSync", 2],
    ["rmdirSync", 1],
    ["rmdirSync", 4],
  ])(
    "leaves a whole edition when it is killed at %s number %i",
    { timeout: 30_000 },
    async (name, number) => {
      const { folder, out, app, publish } = workshop();
      await publish(stories(62, "Zeroth"));
      await publish(stories(60, "First"));
      const child = spawn(
        process.execPath,
        ["--import", "tsx", CHILD, out, app, join(folder, "content"), name, String(number)],
        { stdio: "inherit" },
      );
      const [, signal] = await once(child, "exit");
      expect(signal).toBe("SIGKILL");

      const isDone = name === "unlinkSync" || name === "rmdirSync" || number > MANIFEST;
      expect(readWhole(out).size).toBe(isDone ? 40 : 60);
      await publish(stories(30, "Third"));
      expect([...readWhole(out).values()].map(({ title }) => title)).toContain("Third 29");
      // Nothing of the dead run stays for good.
      await publish(stories(30, "Fourth"));
      await publish(stories(30, "Fifth"));
      expect(readFiles(out).has(dataAddress.articleFile(idOf("35.md")))).toBe(false);
      expect(readdirSync(folder).sort()).toEqual(["app", "dist"]);
    },
  );

  it.each([1, 7, 30])(
    "leaves the old edition when the document of story %i fails",
    async (failing) => {
      const { folder, out, publish } = workshop();
      await publish(stories(40, "First"));
      const before = readFiles(out);
      let made = 0;
      const article = () => {
        made += 1;
        if (made === failing) throw new Error("No more paper.");
        return ["<p>new</p>"];
      };
      const run = publish(stories(40, "Second"), new Map(), {
        documents: { ...documents, article },
      });
      await expect(run).rejects.toThrow("No more paper.");
      expect(readFiles(out)).toEqual(before);
      expect(readdirSync(folder).sort()).toEqual(["app", "dist"]);
    },
  );

  it("leaves the old edition when the last document fails", async () => {
    const { out, publish } = workshop();
    await publish(stories(40, "First"));
    const before = readFiles(out);
    const index = () => {
      throw new Error("No more ink.");
    };
    const run = publish(stories(40, "Second"), new Map(), { documents: { ...documents, index } });
    await expect(run).rejects.toThrow("No more ink.");
    expect(readFiles(out)).toEqual(before);
  });

  it("leaves the old edition whole when a file can't be put in its place, and goes on next time", async () => {
    const { out, publish } = workshop();
    await publish(stories(40, "First"));
    const manifest = readFileSync(join(out, dataAddress.manifest()), "utf8");
    const blocked = join(out, articlePath(idOf("40.md")), "index.html");
    mkdirSync(join(blocked, "in the way"), { recursive: true });
    await expect(publish(stories(41, "Second"))).rejects.toThrow(/EISDIR|ENOTEMPTY|EPERM/);
    expect(readWhole(out).size).toBe(40);
    expect(readFileSync(join(out, dataAddress.manifest()), "utf8")).toBe(manifest);
    await publish(stories(39, "Third"));
    expect(readWhole(out).size).toBe(39);
  });
});

describe("what earlier editions left", () => {
  it("stays for one more edition, for those who still read that one, and then goes", async () => {
    const { out, publish } = workshop();
    await publish(stories(40, "First"));
    const first = [...readFiles(out).keys()];
    const manifest = readFileSync(join(out, dataAddress.manifest()), "utf8");
    await publish(stories(39, "Second"));
    expect([...readFiles(out).keys()]).toEqual(expect.arrayContaining(first));
    writeFiles(out, { "data/manifest.json": manifest });
    expect(readWhole(out).size).toBe(40);

    await publish(stories(38, "Third"));
    const gone = first.filter((path) => !readFiles(out).has(path));
    expect(gone).toContain(dataAddress.articleFile(idOf("39.md")));
    expect(gone.filter((path) => path.startsWith("data/rows/"))).not.toEqual([]);
    expect(readWhole(out).size).toBe(38);
    expect(readdirSync(join(out, "data/rows/2026-01")).length).toBeLessThanOrEqual(4);
  });

  it("is not counted out by publishing the same once more", async () => {
    const { out, publish } = workshop();
    await publish(stories(40, "First"));
    await publish(stories(39, "Second"));
    const files = readFiles(out);
    await publish(stories(39, "Second"));
    expect(readFiles(out)).toEqual(files);
  });

  it("is all that is ever removed: a stranger's file in the folder stays", async () => {
    const { out, publish } = workshop();
    await publish(stories(3, "First"));
    writeFiles(out, { CNAME: "news.example", "data/rows/mine.txt": "mine" });
    for (const title of ["Second", "Third", "Fourth"]) await publish(stories(2, title));
    expect(readFiles(out).get("CNAME")).toBe("news.example");
    expect(readFiles(out).get("data/rows/mine.txt")).toBe("mine");
  });

  it("is left alone where the list of files is damaged", async () => {
    const { out, publish } = workshop();
    await publish(stories(3, "First"));
    const files = [...readFiles(out).keys()];
    writeFiles(out, { ".offprint/files.gz": "no list" });
    for (const title of ["Second", "Third", "Fourth"]) await publish(stories(2, title));
    expect([...readFiles(out).keys()]).toEqual(expect.arrayContaining(files));
    expect(readWhole(out).size).toBe(2);
  });

  it("does not include the working folder of a dead run", async () => {
    const { folder, out, publish } = workshop();
    writeFiles(folder, {
      ".dist.staging-999999999/site/data/x.json": "{}",
      ".dist.staging-x/y": "",
    });
    await publish(stories(3, "First"));
    expect(readdirSync(folder).sort()).toEqual(["app", "dist"]);
    expect(readWhole(out).size).toBe(3);
  });
});
