import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { dataAddress } from "#model/address.ts";
import { parseManifest } from "#model/edition.ts";
import { story } from "../../support/edition-stories.ts";
import { workshop } from "../../support/edition-workshop.ts";

it("the manifest names the most used tags, and the sections by their titles", async () => {
  const { out, publish } = workshop();
  const tags = ["i", "h", "g", "f", "e", "d", "c", "b", "a"];
  const stories = tags.map((_, at) => story(`s${at}`, { tags: tags.slice(at), section: "sea" }));
  await publish(stories, new Map([["sea", "The Sea"]]));
  const text = readFileSync(join(out, dataAddress.manifest()), "utf8");
  const { top } = parseManifest(JSON.parse(text));
  expect(top?.tag).toEqual([
    ["a", "a", 9],
    ["b", "b", 8],
    ["c", "c", 7],
    ["d", "d", 6],
    ["e", "e", 5],
    ["f", "f", 4],
    ["g", "g", 3],
    ["h", "h", 2],
  ]);
  expect(top?.section).toEqual([["sea", "The Sea", 9]]);
});

it("a manifest of before can still be read", () => {
  const digest = "0123456789abcdef";
  const old = {
    v: 1,
    edition: digest,
    title: "The Quay",
    language: "en",
    timeZone: "UTC",
    counts: { stories: 0, terms: { tag: 0, source: 0, section: 0 } },
    head: digest,
    directories: { tag: digest, source: digest, section: digest },
    months: [],
  };
  expect(parseManifest(old)).toEqual(old);
});
