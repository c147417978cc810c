import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { HOME, offprint, startOffprint } from "#tests/support/command.ts";

const FIXTURES = join(HOME, "tests/e2e/fixtures");
let cwd = "";

beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), "offprint-e2e-"));
});
afterEach(() => rmSync(cwd, { recursive: true, force: true }));

/** Lays a fixture's content folder into the working folder. */
function lay(fixture: string): void {
  cpSync(join(FIXTURES, fixture), cwd, { recursive: true });
}

/** When each file of an edition was written; what the pipeline notes for its next run is none of them. */
function times(folder: string): Map<string, number> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true });
  return new Map(
    files
      .filter((file) => file.isFile())
      .map((file) => join(file.parentPath, file.name))
      .filter((path) => !path.endsWith(join(".offprint", "ledger")))
      .map((path) => [path, statSync(path).mtimeMs]),
  );
}

const read = (path: string) => readFileSync(join(cwd, path), "utf8");

describe("offprint build", () => {
  it("publishes ten articles, and says what came of each file", async () => {
    lay("ten");
    const run = await offprint(cwd, "build", "--report", "report.json");
    console.log(`offprint build, 10 articles: ${run.seconds.toFixed(2)} s`);
    expect(run).toMatchObject({ code: 0, err: "" });
    expect(run.out).toMatch(/^10 articles, 7 tags, 2 sources, 2 sections\n/);
    expect(run.out).toContain("2 files left out:");
    expect(run.out).toContain(`The edition is in ${join(cwd, "dist")}`);

    const report = JSON.parse(read("report.json"));
    expect(report.articles).toHaveLength(10);
    expect(report.articles).toContainEqual({
      path: "sea/salt.md",
      id: expect.stringMatching(/^[0-9a-f]{20}$/),
      url: expect.stringMatching(/^\/article\/[0-9a-f]{2}\/[0-9a-f]{18}\/$/),
      title: "How salt is won",
      date: "2026-01-13T09:40:00Z",
      language: "en",
    });
    expect(report.left_out).toEqual([
      { path: "_index.md", reason: "a section's own page" },
      { path: "fog.md", reason: expect.stringContaining("draft") },
    ]);
    expect(report.counts).toMatchObject({ articles: 10, left_out: 2, problems: 0 });
    expect(report.seconds).toBeGreaterThan(0);
  });

  it("rewrites nothing when nothing changed, and only what changed when something did", async () => {
    lay("ten");
    await offprint(cwd, "build");
    const first = times(join(cwd, "dist"));
    const second = await offprint(cwd, "build");
    expect(second.out).toMatch(/^0 files written, /m);
    expect(times(join(cwd, "dist"))).toEqual(first);

    writeFileSync(join(cwd, "content/sea/salt.md"), `${read("content/sea/salt.md")}More of it.\n`);
    await offprint(cwd, "build");
    const changed = [...times(join(cwd, "dist"))].filter(
      ([path, time]) => first.get(path) !== time,
    );
    const articles = changed
      .map(([path]) => path)
      .filter((path) => path.includes("data/articles/"));
    expect(articles).toHaveLength(1);
  });

  it("takes title, base and language without building the app anew", async () => {
    lay("ten");
    await offprint(cwd, "build", "--title", "007", "--base", "news", "--language", "de");
    const index = read("dist/index.html");
    expect(index).toContain("<title>007</title>");
    expect(index).toContain('<html lang="de" data-base="/news/"');
    expect(JSON.parse(read("dist/data/manifest.json"))).toMatchObject({
      title: "007",
      language: "de",
    });
  });

  it("takes its title from the content folder where nobody gives one", async () => {
    lay("ten");
    await offprint(cwd, "build");
    expect(read("dist/index.html")).toContain("<title>The Ten</title>");
  });

  it("lets the command line win over the configuration", async () => {
    lay("ten");
    writeFileSync(
      join(cwd, "offprint.config.json"),
      JSON.stringify({ title: "Configured", drafts: true, base: "/paper/", out: "public" }),
    );
    const run = await offprint(cwd, "build", "--title", "Given");
    expect(run.out).toMatch(/^11 articles/);
    expect(read("public/index.html")).toContain("<title>Given</title>");
    expect(read("public/index.html")).toContain('data-base="/paper/"');
    expect((await offprint(cwd, "build", "--no-drafts")).out).toMatch(/^10 articles/);
  });

  it("refuses a configuration with an unknown key, and names the nearest known one", async () => {
    lay("ten");
    writeFileSync(join(cwd, "offprint.config.json"), '{ "titel": "x" }');
    const run = await offprint(cwd, "build");
    expect(run.code).toBe(2);
    expect(run.err).toMatch(
      /“titel” in .*offprint\.config\.json is not known\. Did you mean “title”/,
    );
  });

  it("tells a bad file, publishes the rest, and ends with 0, or with 1 under --strict", async () => {
    lay("troubled");
    const run = await offprint(cwd, "build");
    expect(run).toMatchObject({
      code: 0,
      err: expect.stringMatching(/^no-end\.md:1: .+\. .+\.\n$/),
    });
    expect(run.out).toMatch(/^1 article, /);
    expect((await offprint(cwd, "build", "--strict")).code).toBe(1);
  });

  it("leaves the last edition in place, whole, where nothing can be published", async () => {
    lay("ten");
    await offprint(cwd, "build");
    const before = times(join(cwd, "dist"));
    rmSync(join(cwd, "content"), { recursive: true });
    mkdirSync(join(cwd, "content"));
    const run = await offprint(cwd, "build");
    expect(run).toMatchObject({ code: 1, out: "" });
    expect(run.err).toMatch(/^offprint: /);
    expect(times(join(cwd, "dist"))).toEqual(before);
  });

  it("never overwrites a folder that holds files of others", async () => {
    lay("ten");
    mkdirSync(join(cwd, "dist"));
    writeFileSync(join(cwd, "dist/thesis.txt"), "years of work");
    const run = await offprint(cwd, "build");
    expect(run.code).toBe(1);
    expect(run.err).toContain("thesis.txt");
    expect(readdirSync(join(cwd, "dist"))).toEqual(["thesis.txt"]);
  });

  it("says in words what the disk refuses", async () => {
    lay("ten");
    writeFileSync(join(cwd, "taken"), "");
    const run = await offprint(cwd, "build", "--report", "taken/report.json");
    expect(run.code).toBe(1);
    expect(run.err).toMatch(/^offprint: .*taken/m);
    expect(run.err).not.toMatch(/^ {4}at /m);
  });
});

describe("offprint serve", () => {
  it("serves the edition, takes the next port where one is taken, and ends with Ctrl-C", async () => {
    lay("ten");
    const first = startOffprint(cwd, "serve", "--port", "25173", "--base", "/news/");
    onTestFinished(() => void first.process.kill("SIGKILL"));
    const [, address = ""] = await first.until(/Serving at (http:\/\/localhost:\d+\/news\/)\n/);
    const answer = await fetch(address);
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain("<title>The Ten</title>");
    expect(answer.headers.get("content-security-policy")).toContain("default-src 'none'");

    const second = startOffprint(cwd, "serve", "--port", new URL(address).port);
    onTestFinished(() => void second.process.kill("SIGKILL"));
    const [, next = ""] = await second.until(/Serving at (http:\/\/localhost:\d+\/)\n/);
    expect(Number(new URL(next).port)).toBeGreaterThan(Number(new URL(address).port));
    expect(second.said().err).toMatch(/Port \d+ is taken; this is the next free one\./);

    writeFileSync(join(cwd, "offprint.config.json"), '{ "title": "Anew" }');
    await expect.poll(async () => (await fetch(address)).text()).toContain("<title>Anew</title>");

    expect(await first.interrupt()).toBe(0);
    expect(await second.interrupt()).toBe(0);
    await expect(fetch(address)).rejects.toThrow();
    expect(readdirSync(join(cwd, "content"))).not.toContain(".offprint");
  });

  it("ends with 1 where there is nothing to serve", async () => {
    mkdirSync(join(cwd, "content"));
    expect((await offprint(cwd, "serve")).code).toBe(1);
  });
});
