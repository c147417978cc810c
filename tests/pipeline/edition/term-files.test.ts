import { describe, expect, it } from "vitest";
import { dataAddress } from "#model/address.ts";
import { parseDirectory, parseManifest, parsePlaces } from "#model/edition.ts";
import { unpackPlaces } from "#model/order.ts";
import type { TermKind } from "#model/term.ts";
import { story } from "../../support/edition-stories.ts";
import { readFiles, readJson, readTerms, workshop } from "../../support/edition-workshop.ts";

const hour = (number: number) =>
  new Date(Date.UTC(2024, 0, 1) + number * 3_600_000).toISOString().replace(".000Z", "Z");
const directoryOf = (out: string, kind: TermKind) =>
  parseManifest(readJson(out, dataAddress.manifest())).directories[kind];
const termsOf = (out: string, kind: TermKind = "tag") => readTerms(out, directoryOf(out, kind));
const topOf = (out: string, kind: TermKind = "tag") =>
  parseDirectory(readJson(out, dataAddress.directory(directoryOf(out, kind)))).top;

describe("a term", () => {
  it("is labelled as most of its stories write it; of equals the first by its characters", async () => {
    const { out, publish } = workshop();
    await publish([
      story("a.md", { tags: ["deep sea", "OWLS"] }),
      story("b.md", { tags: ["Deep Sea", "Owls"] }),
      story("c.md", { tags: ["Deep Sea"] }),
    ]);
    expect([...termsOf(out)].map(([key, { label }]) => [key, label])).toEqual([
      ["deep-sea", "Deep Sea"],
      ["owls", "OWLS"],
    ]);
  });

  it("counts a story once, however often it names the term", async () => {
    const { out, publish } = workshop();
    await publish([story("a.md", { tags: ["Ice", "ice", "ICE"] })]);
    expect(topOf(out)).toMatchObject([{ key: "ice", count: 1 }]);
  });

  it("takes a section's title from its own page", async () => {
    const { out, publish } = workshop();
    await publish(
      [story("a/1.md", { section: "a" }), story("b/1.md", { section: "b" })],
      new Map([["a", "All about A"]]),
    );
    expect(topOf(out, "section").map(({ key, label }) => [key, label])).toEqual([
      ["a", "All about A"],
      ["b", "b"],
    ]);
  });

  it("lists its newest thirty stories, newest first, and all its places", async () => {
    const { out, publish } = workshop();
    await publish(
      Array.from({ length: 40 }, (_, n) => story(`${n}.md`, { date: hour(n * 24), tags: ["Ice"] })),
    );
    const ice = termsOf(out).get("ice");
    expect(ice?.newest.map(({ title }) => title)).toEqual(
      Array.from({ length: 30 }, (_, n) => `Story ${39 - n}.md`),
    );
    expect(ice).toMatchObject({ count: 40, older: [] });
    expect(ice?.places).toEqual([
      ["2024-02", [8, ...Array.from({ length: 8 }, () => 1)]],
      ["2024-01", [30, ...Array.from({ length: 30 }, () => 1)]],
    ]);
  });

  it("shares a file with other rare ones, and has one of its own when it is frequent", async () => {
    const { out, publish } = workshop();
    await publish(
      Array.from({ length: 200 }, (_, n) =>
        story(`${n}.md`, { tags: ["Frequent", `Rare ${n % 100}`] }),
      ),
    );
    const entries = topOf(out);
    const files = [...new Set(entries.map(({ file }) => file))].map((file) =>
      entries.filter((entry) => entry.file === file).map(({ key }) => key),
    );
    expect(files.find((keys) => keys.includes("frequent"))).toEqual(["frequent"]);
    expect(files.length).toBeLessThan(20);
  });

  it("keeps its older places in files of their own when it has many thousands", {
    timeout: 60_000,
  }, async () => {
    const { out, publish } = workshop();
    const documents = { index: () => "", article: () => null, text: () => "", alias: () => "" };
    const many = Array.from({ length: 9_000 }, (_, n) =>
      story(`${n}.md`, { date: hour(n), tags: ["Ice"] }),
    );
    await publish(many, new Map(), { documents });
    const ice = termsOf(out).get("ice");
    expect(ice?.older).toHaveLength(1);
    const older = (ice?.older ?? []).map((digest) =>
      parsePlaces(readJson(out, dataAddress.term(digest))),
    );
    const places = unpackPlaces([ice?.places ?? [], ...older]);
    expect([...places.values()].flat()).toHaveLength(9_000);
    expect([...places.keys()]).toEqual([...places.keys()].sort().reverse());
    const before = new Set(readFiles(out).keys());
    await publish([...many, story("new.md", { date: hour(9_000), tags: ["Ice"] })], new Map(), {
      documents,
    });
    const grown = termsOf(out).get("ice");
    expect(grown?.older).toEqual(ice?.older);
    expect([...readFiles(out).keys()].filter((path) => !before.has(path))).toHaveLength(8);
  });
});

describe("a directory", () => {
  it("lists the hundred most used terms first, and every term on the page of its first two characters", async () => {
    const { out, publish } = workshop();
    const tags = Array.from({ length: 150 }, (_, n) => `${"abc"[n % 3]}${"xyz"[n % 2]} ${n}`);
    await publish([story("a.md", { tags }), story("b.md", { tags: tags.slice(0, 20) })]);
    const { top, pages } = parseDirectory(
      readJson(out, dataAddress.directory(directoryOf(out, "tag"))),
    );
    expect(top).toHaveLength(100);
    expect(top.slice(0, 20).every(({ count }) => count === 2)).toBe(true);
    expect(pages.map(([prefix]) => prefix)).toEqual(["ax", "ay", "bx", "by", "cx", "cy"]);
    expect(termsOf(out).size).toBe(150);
  });

  it("is there, and empty, where nobody names a source", async () => {
    const { out, publish } = workshop();
    await publish([story("a.md")]);
    expect(
      parseDirectory(readJson(out, dataAddress.directory(directoryOf(out, "source")))),
    ).toEqual({ top: [], pages: [] });
  });
});
