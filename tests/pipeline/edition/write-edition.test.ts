import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { articlePath, dataAddress } from "#model/address.ts";
import { parseArticle } from "#model/article.ts";
import {
  parseExpiries,
  parseHead,
  parseManifest,
  parseMonth,
  parseRows,
  parseSchedule,
  parseSizes,
} from "#model/edition.ts";
import { digestOf } from "#pipeline/edition/digest.ts";
import { contentOf, idOf, story } from "../../support/edition-stories.ts";
import {
  readFiles,
  readJson,
  readTerms,
  readWhole,
  workshop,
  writeFiles,
} from "../../support/edition-workshop.ts";

const hour = (number: number) =>
  new Date(Date.UTC(2025, 11, 1) + number * 3_600_000).toISOString().replace(".000Z", "Z");
const stories = (count: number, tags: readonly string[] = ["Ice"]) =>
  Array.from({ length: count }, (_, n) => story(`${n}.md`, { date: hour(n), tags: [...tags] }));
const manifestOf = (out: string) => parseManifest(readJson(out, dataAddress.manifest()));
const headOf = (out: string) => parseHead(readJson(out, dataAddress.head(manifestOf(out).head)));

describe("a published edition", () => {
  it("holds every story: its JSON, its document and its row", async () => {
    const { out, publish } = workshop();
    const { result } = await publish(stories(100));
    expect(readWhole(out).size).toBe(100);
    const id = idOf("7.md");
    expect(readFileSync(join(out, articlePath(id), "index.html"), "utf8")).toContain(
      "<h1>Story 7.md",
    );
    expect(result).toMatchObject({ stories: 100, articles: 100, tags: 1, sources: 0, sections: 0 });
  });

  it("names in each article the digest by which its row asks for it", async () => {
    const { out, publish } = workshop();
    await publish(stories(2));
    const [newest] = headOf(out).newest;
    const text = readFileSync(join(out, dataAddress.articleFile(newest?.id ?? "")), "utf8");
    expect(parseArticle(JSON.parse(text)).digest).toBe(newest?.digest);
    expect(JSON.stringify(parseArticle(JSON.parse(text)))).toBe(text);
    expect(digestOf(text.replace(/,"digest":"[0-9a-f]+"\}$/, "}"))).toBe(newest?.digest);
  });

  it("says when all stories have come, before the lists are made of them", async () => {
    const { publish } = workshop();
    const heard: string[] = [];
    await publish(stories(2), new Map(), {
      onStory: () => heard.push("story"),
      onStories: () => heard.push("all"),
      onNotes: () => heard.push("notes"),
    });
    expect(heard).toEqual(["story", "story", "all", "notes"]);
  });

  it("counts its files", async () => {
    const { out, publish } = workshop();
    const { result } = await publish(stories(10));
    const files = readFiles(out);
    expect(result).toMatchObject({ written: files.size, unchanged: 0, removed: 0 });
  });

  it("brings the app's files along, but for its index.html, and those that were made elsewhere", async () => {
    const { out, publish } = workshop();
    await publish(stories(1), new Map(), { extraFiles: new Map([["_headers", "/*"]]) });
    const files = readFiles(out);
    expect(files.get("assets/Index-1.js")).toBe("start()");
    expect(files.get("icon.svg")).toBe("<svg/>");
    expect(files.get("_headers")).toBe("/*");
    expect(files.get("index.html")).toContain("<title>The Test");
  });

  it("brings the files of stories along, each once, and reports one that is gone", async () => {
    const { folder, out, publish } = workshop();
    writeFiles(folder, { "content/a/pic.svg": "<svg>a</svg>" });
    const to = dataAddress.resource("0123456789abcdef", "pic.svg");
    const resource = { from: join(folder, "content/a/pic.svg"), to };
    const gone = { from: join(folder, "content/a/gone.svg"), to: "data/files/00/gone.svg" };
    const { report } = await publish([
      story("a.md", {}, { resources: [resource, gone] }),
      story("b.md", {}, { resources: [resource] }),
    ]);
    expect(readFiles(out).get(to)).toBe("<svg>a</svg>");
    expect(report.problems).toMatchObject([
      { path: "a.md", message: expect.stringMatching(/gone\.svg could not be read/) },
    ]);
  });

  it("says how large each story's text and pictures are, before anybody fetches them", async () => {
    const { folder, out, publish } = workshop();
    writeFiles(folder, { "content/pic.svg": "<svg>sea</svg>", "content/map.pdf": "%PDF" });
    const resourceAt = (name: string, digest: string) => ({
      from: join(folder, "content", name),
      to: dataAddress.resource(digest, name),
    });
    const resources = [
      resourceAt("pic.svg", "0123456789abcdef"),
      resourceAt("map.pdf", "fedcba9876543210"),
    ];
    const [picture, map] = resources.map(({ to }) => `/${to}`);
    const body = `<img src="${picture}"><img src="${picture}"><a href="${map}">a map</a>`;
    await publish([
      story("a.md", { title: "Čapek", body }, { resources }),
      story("b.md", { body }, { resources }),
      story("c.md"),
    ]);
    const [month = "", , digest = ""] = manifestOf(out).months[0] ?? [];
    const { chunks } = parseMonth(readJson(out, dataAddress.month(month, digest)));
    const [, , name = ""] = chunks[0] ?? [];
    const rows = parseRows(readJson(out, dataAddress.rows(month, name)));
    const sizes = parseSizes(readJson(out, dataAddress.sizes(month, digest)));
    // A document that is linked is fetched by who wants it.
    const withPicture = [idOf("a.md"), idOf("b.md")];
    expect(sizes).toEqual(
      rows.map(({ id }) => [
        statSync(join(out, dataAddress.articleFile(id))).size,
        withPicture.includes(id) ? "<svg>sea</svg>".length : 0,
      ]),
    );
  });

  it("tells how far it is", async () => {
    const { publish } = workshop();
    const told: string[] = [];
    const onProgress = (done: number, total: number) => told.push(`${done}/${total}`);
    await publish(stories(3), new Map(), { onProgress });
    expect(told).toEqual(["1/3", "2/3", "3/3"]);
  });

  it("has no document of a story where none is wanted", async () => {
    const { out, publish } = workshop();
    const documents = { index: () => "", article: () => null, text: () => "", alias: () => "" };
    await publish(stories(1), new Map(), { documents });
    expect(existsSync(join(out, "article"))).toBe(false);
  });
});

describe("the head", () => {
  it("holds the newest thirty, and what is pinned: by pin, then newest first, at most eight", async () => {
    const { out, publish } = workshop();
    const pinned = Array.from({ length: 10 }, (_, n) =>
      story(`pin ${n}.md`, { date: hour(n) }, { pin: n === 9 ? 1 : 5 }),
    );
    await publish([
      ...pinned,
      ...stories(40).map((each) => ({ ...each, article: { ...each.article, date: hour(100) } })),
    ]);
    const head = headOf(out);
    expect(head.newest).toHaveLength(30);
    expect(head.pinned.map(({ title }) => title)).toEqual(
      [9, 8, 7, 6, 5, 4, 3, 2].map((n) => `Story pin ${n}.md`),
    );
    expect(readWhole(out).size).toBe(50);
  });
});

describe("months and days", () => {
  it("are those of the edition's zone, stories without a date last", async () => {
    const { out, publish } = workshop({ timeZone: "Asia/Tokyo" });
    await publish([
      story("a.md", { date: "2026-01-31T14:59:59Z" }),
      story("b.md", { date: "2026-01-31T15:00:00Z" }),
      story("c.md", { date: "2026-02-01T15:00:00Z" }),
      story("d.md", { date: null }),
    ]);
    const { months } = manifestOf(out);
    expect(months.map(([month, count]) => [month, count])).toEqual([
      ["2026-02", 2],
      ["2026-01", 1],
      ["undated", 1],
    ]);
    const days = months.map(([month, , digest]) =>
      parseMonth(readJson(out, dataAddress.month(month, digest))),
    );
    expect(days.map((month) => month.days)).toEqual([
      [
        [1, 0],
        [2, 1],
      ],
      [[31, 0]],
      [],
    ]);
  });
});

describe("stories that are not in the lists", () => {
  it("have JSON and a document, and are in no list, term or count", async () => {
    const { out, publish } = workshop();
    const { result } = await publish([
      ...stories(2),
      story("hidden.md", { tags: ["Hidden"] }, { isListed: false }),
    ]);
    expect(result).toMatchObject({ stories: 2, articles: 3, tags: 1 });
    expect(readWhole(out).has(idOf("hidden.md"))).toBe(false);
    expect(existsSync(join(out, dataAddress.articleFile(idOf("hidden.md"))))).toBe(true);
    expect(existsSync(join(out, articlePath(idOf("hidden.md")), "index.html"))).toBe(true);
  });

  it("change the edition's digest when they change", async () => {
    const { out, publish } = workshop();
    const digestWith = async (title: string) => {
      await publish([...stories(2), story("hidden.md", { title }, { isListed: false })]);
      return manifestOf(out).edition;
    };
    expect(await digestWith("One")).not.toBe(await digestWith("Two"));
  });

  it("wait in the schedule until they are due, soonest first", async () => {
    const { out, publish } = workshop();
    const later = (name: string, appears: string) =>
      story(name, { appears, date: appears, tags: ["Late"] });
    const { result } = await publish([
      ...stories(2),
      later("b.md", "2026-03-02T00:00:00Z"),
      later("a.md", "2026-03-01T00:00:00Z"),
      later("past.md", "2026-01-01T00:00:00Z"),
    ]);
    const { schedule } = manifestOf(out);
    expect(schedule?.first).toBe("2026-03-01T00:00:00Z");
    const list = parseSchedule(readJson(out, dataAddress.schedule(schedule?.digest ?? "")));
    expect(list.map(({ story: { title } }) => title)).toEqual(["Story a.md", "Story b.md"]);
    expect(result).toMatchObject({ stories: 3, articles: 5, tags: 2 });
    expect(readTerms(out, manifestOf(out).directories.tag).get("late")?.count).toBe(1);
  });

  it("that will expire are told of, soonest first, however they are read", async () => {
    const { out, publish } = workshop();
    const until = (name: string, expires: string, given = {}) =>
      story(name, { expires, tags: ["Fair"], ...given });
    const listed = Array.from({ length: 1200 }, (_, day) =>
      until(`${day}.md`, new Date(Date.UTC(2027, 0, 1 + day)).toISOString().replace(".000", "")),
    );
    await publish([
      ...[...listed].reverse(),
      story("stays.md"),
      story("hidden.md", { expires: "2026-03-01T00:00:00Z" }, { isListed: false }),
    ]);
    const { expiries } = manifestOf(out);
    expect(expiries?.first).toBe("2027-01-01T00:00:00Z");
    const list = parseExpiries(readJson(out, dataAddress.expiries(expiries?.digest ?? "")));
    expect(list).toHaveLength(500);
    expect(list[1]).toEqual({ expires: "2027-01-02T00:00:00Z", tags: ["Fair"] });
    expect(list.map(({ expires }) => expires)).toEqual(list.map(({ expires }) => expires).sort());
  });
});

describe("the same content", () => {
  it("gives the same bytes and touches no file", async () => {
    const { out, publish } = workshop();
    await publish(stories(80));
    const before = [...readFiles(out).keys()].map((path) => statSync(join(out, path)).ino);
    const { result } = await publish(stories(80));
    expect(result).toMatchObject({ written: 0, removed: 0 });
    expect([...readFiles(out).keys()].map((path) => statSync(join(out, path)).ino)).toEqual(before);
  });

  it("gives the same bytes in any order of reading", async () => {
    const given = Array.from({ length: 60 }, (_, n) =>
      story(
        `${n}.md`,
        {
          date: hour(n % 7),
          tags: [n % 2 ? "Ice" : "ice", `Tag ${n % 5}`],
          source: n % 3 ? "A b" : "a B",
        },
        { pin: n % 6 === 0 ? 2 : null, aliases: [`/old/${n % 9}/`] },
      ),
    );
    const first = workshop();
    await first.publish(given);
    const expected = readFiles(first.out);
    const check = async (shuffled: typeof given) => {
      const { out, publish } = workshop();
      await publish(shuffled);
      expect(readFiles(out)).toEqual(expected);
    };
    const orders = fc.shuffledSubarray(given, { minLength: given.length });
    await fc.assert(fc.asyncProperty(orders, check), { seed: 22, numRuns: 5 });
  });

  it("rewrites what changed and little else", async () => {
    const { out, publish } = workshop();
    await publish(stories(600));
    const { result } = await publish([...stories(600), story("new.md", { date: hour(300) })]);
    // Its JSON and document, the head or not, a chunk or two, the month with its sizes, the manifest, the front page, the feed.
    expect(result.written).toBeLessThanOrEqual(11);
    expect(readWhole(out).size).toBe(601);
  });
});

describe("an edition that cannot be", () => {
  it("is refused where no story is left, and what was there stays", async () => {
    const { out, publish } = workshop();
    await publish(stories(3));
    const before = readFiles(out);
    await expect(publish([])).rejects.toMatchObject({ name: "EditionError", kind: "empty" });
    expect(readFiles(out)).toEqual(before);
  });

  it("leaves nothing behind where there was nothing", async () => {
    const { folder, publish } = workshop();
    await expect(publish([])).rejects.toThrow(/No story could be published/);
    expect(readdirSync(folder)).toEqual(["app"]);
  });

  it("does not go over a folder with files of others", async () => {
    const { out, publish } = workshop();
    writeFiles(out, { "thesis.doc": "years of work" });
    await expect(publish(stories(1))).rejects.toMatchObject({ kind: "foreign" });
    expect(readFiles(out)).toEqual(new Map([["thesis.doc", "years of work"]]));
  });

  it("does not go over a file", async () => {
    const { folder, out, publish } = workshop();
    writeFiles(folder, { dist: "a file" });
    await expect(publish(stories(1))).rejects.toMatchObject({ kind: "foreign" });
    expect(readFileSync(out, "utf8")).toBe("a file");
  });

  it.each([
    ["content/dist", "inside of the content folder", "it lies inside the content folder"],
    ["content", "on the content folder itself", "it is the content folder"],
    [".", "around the content folder", /the content folder .* lies inside it/],
    ["content/../content/x/y", "inside of it by a detour", "it lies inside the content folder"],
  ])("is not written to %s, %s", async (path, _, words) => {
    const { folder, publish } = workshop();
    writeFiles(folder, { "content/a.md": "a" });
    const out = join(folder, path);
    await expect(publish(stories(1), new Map(), { out })).rejects.toMatchObject({
      kind: "nested",
      message: expect.stringMatching(words),
    });
    expect(readFiles(join(folder, "content"))).toEqual(new Map([["a.md", "a"]]));
  });

  it("goes into an empty folder, and into one whose name begins like the content folder's", async () => {
    const { folder, out, publish } = workshop();
    writeFiles(join(folder, "content"), { "a.md": "a" });
    writeFiles(dirname(out), { "content-site/.offprint/x": "" });
    await publish(stories(1), new Map(), { out: join(folder, "content-site") });
    expect(readWhole(join(folder, "content-site")).size).toBe(1);
  });

  it("fails with the content's own error where the content can't be read on", async () => {
    const { out, publish } = workshop();
    await publish(stories(3));
    const before = readFiles(out);
    const broken = {
      ...contentOf([]),
      stories: async function* () {
        yield* stories(2);
        throw new Error("The disk is gone.");
      },
    };
    await expect(publish(broken)).rejects.toThrow("The disk is gone.");
    expect(readFiles(out)).toEqual(before);
  });
});
