import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { makePlan } from "#pipeline/command/plan/plan.ts";

const now = new Date("2026-05-01T00:00:00Z");
let cwd = "";

beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), "offprint-plan-"));
  mkdirSync(join(cwd, "site", "content"), { recursive: true });
});
afterEach(() => rmSync(cwd, { recursive: true }));

const configure = (text: string) => writeFileSync(join(cwd, "site", "offprint.config.json"), text);

describe("the plan of a run", () => {
  it("has a default for everything", () => {
    expect(makePlan("site/content", {}, { now, cwd })).toEqual({
      options: {
        content: join(cwd, "site/content"),
        title: "",
        language: "en",
        timeZone: "UTC",
        base: "/",
        drafts: false,
        future: false,
        expired: false,
        tagsFrom: ["tags"],
        pictures: "remote",
        now,
      },
      out: join(cwd, "dist"),
      report: null,
      isStrict: false,
      hasPages: true,
      hasCopies: false,
      threads: null,
      cwd,
    });
  });

  it("takes what the configuration beside the content folder says, its paths relative to it", () => {
    configure(
      '{"title": "Configured", "drafts": true, "tags-from": ["Topics"], "pictures": "local", "out": "public", "report": "r.json"}',
    );
    const plan = makePlan("site/content", {}, { now, cwd });
    expect(plan.options).toMatchObject({ title: "Configured", drafts: true, tagsFrom: ["topics"] });
    expect(plan.options.pictures).toBe("local");
    expect(plan).toMatchObject({ out: join(cwd, "site/public"), report: join(cwd, "site/r.json") });
  });

  it("lets the command line win, its paths relative to the working folder", () => {
    configure('\uFEFF{"title": "Configured", "drafts": true, "base": "/a/", "out": "public"}');
    const given = { title: "Given", drafts: false, out: "out" };
    const plan = makePlan("site/content", given, { now, cwd });
    expect(plan.options).toMatchObject({ title: "Given", drafts: false, base: "/a/" });
    expect(plan.out).toBe(join(cwd, "out"));
  });

  it.each([
    [
      '{"titel": "x"}',
      /The setting “titel” in .*offprint\.config\.json is not known. Did you mean “title”/,
    ],
    ['{"base": 7}', /The setting “base” in .*offprint\.config\.json can't be 7/],
    ['{\n  "title": "x"\n  "base": "/"\n}', /offprint\.config\.json:3: this is not JSON/],
    ["", /offprint\.config\.json:1: this is not JSON/],
    ["[]", /The configuration .*offprint\.config\.json can't be/],
  ])("refuses the configuration %j", (text, words) => {
    configure(text);
    expect(() => makePlan("site/content", {}, { now, cwd })).toThrow(words);
  });

  it("refuses a content folder that is not there, or is a file", () => {
    expect(() => makePlan("nowhere", {}, { now, cwd })).toThrow(/There is no folder “nowhere” \(/);
    writeFileSync(join(cwd, "file.md"), "");
    expect(() => makePlan("file.md", {}, { now, cwd })).toThrow(/“file.md” is a file/);
  });
});
