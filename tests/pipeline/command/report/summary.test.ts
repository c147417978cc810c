import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import type { Outcome } from "#pipeline/command/build.ts";
import type { Plan } from "#pipeline/command/plan/plan.ts";
import { problemsOf, tellOutcome } from "#pipeline/command/report/summary.ts";
import { EditionError } from "#pipeline/edition/edition-error.ts";
import { Report } from "#pipeline/report.ts";

const folder = mkdtempSync(join(tmpdir(), "offprint-summary-"));
afterAll(() => rmSync(folder, { recursive: true }));

const PLAN: Plan = {
  options: {
    content: "/content",
    title: "",
    language: "en",
    timeZone: "UTC",
    base: "/",
    drafts: false,
    future: false,
    expired: false,
    tagsFrom: ["tags"],
    pictures: "remote",
    now: new Date("2026-05-01T00:00:00Z"),
  },
  out: "/dist",
  report: null,
  isStrict: false,
  hasPages: true,
  hasCopies: false,
  threads: null,
  cwd: "/",
};

const RESULT: NonNullable<Outcome["result"]> = {
  articles: 1234,
  stories: 1230,
  tags: 1,
  sources: 2,
  sections: 0,
  written: 12,
  unchanged: 2400,
  removed: 0,
};

const PUBLISHED = {
  path: "a.md",
  id: "0123456789abcdef0123",
  url: "/article/01/23456789abcdef0123/",
  title: "A",
  date: "2026-01-13T09:40:00Z",
  language: "en",
};

function tell(
  fill: (report: Report) => void,
  plan: Partial<Plan> = {},
  rest: Partial<Outcome> = {},
  before: ReadonlySet<string> = new Set(),
) {
  const report = new Report();
  fill(report);
  const said: string[] = [];
  const told: string[] = [];
  const terminal = {
    say: (line: string) => void said.push(line),
    tell: (line: string) => void told.push(line),
    show: null,
  };
  const outcome = { report, result: RESULT, failure: null, seconds: 1.234, ...rest };
  const where = "The edition is in /dist";
  const code = tellOutcome(outcome, { ...PLAN, ...plan }, where, terminal, before);
  return { code, said, told };
}

describe("what a run says in the end", () => {
  it("counts what was published, how long it took, and where it is", () => {
    const publish = (report: Report) => {
      for (let count = 0; count < 1234; count++) report.publish(PUBLISHED);
    };
    expect(tell(publish)).toEqual({
      code: 0,
      said: [
        "1,234 articles, 1 tag, 2 sources, 0 sections",
        "No problems",
        "12 files written, 2,400 unchanged, 0 removed; 1.23 s",
        "The edition is in /dist",
      ],
      told: [],
    });
  });

  it("counts no article as published that it counts as left out, since it is not due yet", () => {
    const { said } = tell((report) => {
      report.publish(PUBLISHED);
      report.leaveOut("b.md", "not due: appears on 2027-01-01T00:00:00Z (date: 2027-01-01)");
    });
    expect(said).toContain("1 article, 1 tag, 2 sources, 0 sections");
    expect(said.join("\n")).toContain("1 file left out:\n  1 not due");
  });

  it("counts the articles without a date, and what was left out by its reason", () => {
    const { said } = tell((report) => {
      report.publish({ ...PUBLISHED, date: null });
      report.leaveOut("a.md", "expired on 2024-01-01T00:00:00Z (expirydate: 2024-01-01)");
      report.leaveOut("b.md", "draft: true");
      report.leaveOut("c.md", "expired on 2025-01-01T00:00:00Z (unpublishdate: 2025-01-01)");
      report.leaveOut("d.md", "too large (50 MB)");
    });
    expect(said).toContain("1 article without a date, listed last");
    expect(said.join("\n")).toContain("4 files left out:\n  2 expired\n  1 draft\n  1 too large");
  });

  it("counts the pictures that are the edition's own, and those that stay elsewhere by the reason", () => {
    const { code, said } = tell(
      (report) => {
        report.picturesOwn = 1204;
        report.pictureElsewhere("a.md", "https://a.example/1.jpg", "its host answers 404");
        report.pictureElsewhere("b.md", "https://b.example/1.jpg", "it has too many dots");
        report.pictureElsewhere("c.md", "https://a.example/2.jpg", "its host answers 404");
      },
      { isStrict: true },
    );
    expect(said.slice(1, 5)).toEqual([
      "1,204 pictures made the edition's own",
      "3 pictures left as they are:",
      "  2: its host answers 404",
      "  1: it has too many dots",
    ]);
    // What is wrong elsewhere is no problem of the content's.
    expect(code).toBe(0);
  });

  it("says each problem in a line, and ends well with them", () => {
    const { code, said, told } = tell((report) => report.problem("a.md", 3, "Wrong. Mend it."));
    expect(told).toEqual(["a.md:3: Wrong. Mend it."]);
    expect(said).toContain("1 problem");
    expect(code).toBe(0);
  });

  it("says no problem again that the run before had, and how many those are", () => {
    const report = new Report();
    report.problem("a.md", 3, "Wrong. Mend it.");
    const before = problemsOf({ report });
    const { said, told } = tell(
      (report) => {
        report.problem("a.md", 3, "Wrong. Mend it.");
        report.problem("b.md", 1, "Wrong. Mend it.");
      },
      {},
      {},
      before,
    );
    expect(told).toEqual(["b.md:1: Wrong. Mend it."]);
    expect(said).toContain("2 problems, 1 of them told before");
  });

  it("says the problems in the order of their places, whatever order they were met in", () => {
    const { told } = tell((report) => {
      report.problem("b.md", 2, "Wrong. Mend it.");
      report.problem("a.md", 10, "Wrong. Mend it.");
      report.problem("a.md", 9, "Wrong. Mend it.");
    });
    expect(told.map((line) => line.slice(0, 7))).toEqual(["a.md:9:", "a.md:10", "b.md:2:"]);
  });

  it("ends badly with a problem where --strict was given", () => {
    const problem = (report: Report) => report.problem("a.md", 3, "Wrong. Mend it.");
    expect(tell(problem, { isStrict: true })).toMatchObject({ code: 1 });
    expect(tell(() => {}, { isStrict: true })).toMatchObject({ code: 0 });
  });

  it("ends badly where nothing could be published, and says why", () => {
    const failure = new EditionError("empty", "No story could be published.");
    expect(tell(() => {}, {}, { result: null, failure })).toEqual({
      code: 1,
      said: [],
      told: ["offprint: No story could be published."],
    });
  });
});

describe("the report file", () => {
  it("names every file that was published or left out, every problem, counts and seconds", () => {
    const report = join(folder, "reports", "report.json");
    tell(
      (made) => {
        made.publish(PUBLISHED);
        made.leaveOut("b.md", "draft: true");
        made.problem("c.md", 1, "Empty. Write something.");
        made.pictureElsewhere("a.md", "https://a.example/1.jpg", "its host answers 404");
      },
      { report },
    );
    expect(JSON.parse(readFileSync(report, "utf8"))).toEqual({
      articles: [PUBLISHED],
      left_out: [{ path: "b.md", reason: "draft: true" }],
      problems: [{ path: "c.md", line: 1, message: "Empty. Write something." }],
      pictures_elsewhere: [
        { path: "a.md", address: "https://a.example/1.jpg", reason: "its host answers 404" },
      ],
      counts: {
        articles: 1,
        listed: 1230,
        tags: 1,
        sources: 2,
        sections: 0,
        left_out: 1,
        problems: 1,
        pictures_own: 0,
        pictures_elsewhere: 1,
      },
      seconds: 1.234,
    });
  });

  it("is written for a run that came to nothing, too", () => {
    const report = join(folder, "nothing.json");
    const failure = new EditionError("empty", "No story could be published.");
    tell(() => {}, { report }, { result: null, failure });
    expect(JSON.parse(readFileSync(report, "utf8"))).toMatchObject({ articles: [] });
  });
});
