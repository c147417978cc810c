import { describe, expect, it } from "vitest";
import { articleIdFrom, articlePath, dataAddress, page } from "#model/address.ts";
import { EMPTY_FILTER, withTerm } from "#model/filter.ts";

const ID = "0123456789abcdef0123";
const DIGEST = "fedcba9876543210";

describe("the address of a file", () => {
  it.each([
    [dataAddress.manifest(), "data/manifest.json"],
    [dataAddress.head(DIGEST), `data/head/${DIGEST}.json`],
    [dataAddress.schedule(DIGEST), `data/schedule/${DIGEST}.json`],
    [dataAddress.month("2026-01", DIGEST), `data/months/2026-01.${DIGEST}.json`],
    [dataAddress.rows("2026-01", DIGEST), `data/rows/2026-01/${DIGEST}.json`],
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
    expect(page.tags.to(filter)).toEqual({ pathname: "/tags", search: "?tag=deep-sea" });
  });
});
