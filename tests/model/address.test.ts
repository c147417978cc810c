import { describe, expect, it } from "vitest";
import {
  articleIdFrom,
  articlePath,
  dataAddress,
  page,
  pageOf,
  savedStoryIn,
} from "#model/address.ts";
import { EMPTY_FILTER, withTerm } from "#model/filter.ts";

const ID = "0123456789abcdef0123";
const DIGEST = "fedcba9876543210";

describe("the address of a file", () => {
  it.each([
    [dataAddress.manifest(), "data/manifest.json"],
    [dataAddress.head(DIGEST), `data/head/${DIGEST}.json`],
    [dataAddress.schedule(DIGEST), `data/schedule/${DIGEST}.json`],
    [dataAddress.expiries(DIGEST), `data/expiries/${DIGEST}.json`],
    [dataAddress.month("2026-01", DIGEST), `data/months/2026-01.${DIGEST}.json`],
    [dataAddress.rows("2026-01", DIGEST), `data/rows/2026-01/${DIGEST}.json`],
    [dataAddress.sizes("2026-01", DIGEST), `data/sizes/2026-01.${DIGEST}.json`],
    [dataAddress.directory(DIGEST), `data/directories/${DIGEST}.json`],
    [dataAddress.directoryPage(DIGEST), `data/directories/fe/${DIGEST}.json`],
    [dataAddress.term(DIGEST), `data/terms/fe/${DIGEST}.json`],
    [dataAddress.articleFile(ID), `data/articles/01/${ID}.json`],
    [dataAddress.article(ID), `data/articles/01/${ID}.json`],
    [dataAddress.article(ID, DIGEST), `data/articles/01/${ID}.json?v=${DIGEST}`],
    [dataAddress.resource(DIGEST, "pic.svg"), `data/files/fe/${DIGEST}/pic.svg`],
    [dataAddress.feed(), "feed.json"],
  ])("is %s", (address, expected) => {
    expect(address).toBe(expected);
  });
});

describe("the address of a page", () => {
  it("of an article leads back to its id", () => {
    expect(articlePath(ID)).toBe("/article/01/23456789abcdef0123/");
    expect(articleIdFrom("01", "23456789abcdef0123")).toBe(ID);
  });

  it.each([
    [undefined, undefined],
    ["01", undefined],
    ["01", "2345"],
    ["01", "23456789ABCDEF0123"],
    ["..", "23456789abcdef0123"],
    ["01", "23456789abcdef01234"],
  ])("%s/%s is no article's", (shard, rest) => {
    expect(articleIdFrom(shard, rest)).toBeNull();
  });

  it("carries the filter along", () => {
    const filter = withTerm(EMPTY_FILTER, { kind: "tag", key: "deep-sea" }, "included");
    expect(page.latest.to(filter)).toEqual({ pathname: "/", search: "?tag=deep-sea" });
    expect(page.latest.to()).toEqual({ pathname: "/", search: "" });
    expect(page.article.to(ID, filter)).toEqual({
      pathname: articlePath(ID),
      search: "?tag=deep-sea",
    });
    expect(page.tags.to(filter)).toEqual({ pathname: "/tags/", search: "?tag=deep-sea" });
  });
});

describe("the address of a saved story", () => {
  it("is the saved list's with the story before what the list shows", () => {
    const address = page.saved.to(ID, `?q=ice&story=${DIGEST}&tag=boats`);
    expect(address).toEqual({ pathname: "/saved/", search: `?story=${ID}&q=ice&tag=boats` });
    expect(savedStoryIn(address)).toBe(ID);
    expect(page.saved.to(undefined, address.search)).toEqual({
      pathname: "/saved/",
      search: "?q=ice&tag=boats",
    });
  });

  it.each([
    ["/saved/", `?story=${ID}`, ID],
    ["/saved", "?story=", ""],
    ["/saved", "?story=%3Cb%3E%26", "<b>&"],
    ["/saved", "?q=ice", null],
    ["/", `?story=${ID}`, null],
  ])("%s%s opens %j", (pathname, search, story) => {
    expect(savedStoryIn({ pathname, search })).toBe(story);
  });

  it("is another page than the list, and the same page whatever the list shows", () => {
    const there = page.saved.to(ID);
    expect(pageOf(there)).not.toBe(pageOf(page.saved.to()));
    expect(pageOf(there)).not.toBe(pageOf(page.saved.to(DIGEST)));
    expect(pageOf(page.saved.to(ID, "?q=ice"))).toBe(pageOf(there));
    expect(pageOf({ pathname: "/tags", search: "" })).toBe(pageOf(page.tags.to()));
    expect(
      pageOf(page.latest.to(withTerm(EMPTY_FILTER, { kind: "tag", key: "sea" }, "included"))),
    ).toBe("/");
  });

  it("stays what it is when a link to it is written from an id that is none", () => {
    const odd = page.saved.to("a&tag=b", "?tag=c");
    expect(savedStoryIn(odd)).toBe("a&tag=b");
    expect(new URLSearchParams(odd.search).getAll("tag")).toEqual(["c"]);
  });
});
