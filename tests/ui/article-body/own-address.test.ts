import { describe, expect, it } from "vitest";
import { fileTreatment, readOwnAddress } from "#ui/article-body/own-address.ts";

const page = "article/ab/0123456789abcdef01/";
const file = "data/files/ab/0123456789abcdef/a.svg";

describe("an address of the edition's own", () => {
  it.each([
    [`/news/${page}`, "/news/", "page"],
    [`/${page}`, "/", "page"],
    [`/news/${file}`, "/news/", "file"],
    [`/${page}`, "/news/", undefined],
    [`/news/${page}?reset=1`, "/news/", undefined],
    ["/news/settings", "/news/", undefined],
    [`/news/article/../${file}`, "/news/", "file"],
    ["/news/article/ab/../../settings", "/news/", undefined],
    ["/news/data/files/ab/0123456789abcdef/..%2f..%2fsw.js", "/news/", undefined],
    ["/news/data/files/ab/0123456789abcdef/%2e%2e/x.js", "/news/", undefined],
    [`//news/${page}`, "/", undefined],
    [`/\\evil.example/${page}`, "/", undefined],
    [`https://reader.example/news/${page}`, "/news/", undefined],
    [`/news/${page}`, "news", undefined],
    [`/news/${page}`, "", undefined],
  ])("%s below %s: %s", (value, base, expected) => {
    expect(readOwnAddress(value, base)?.kind).toBe(expected);
  });

  it.each([
    ["/x/a.PNG", "show"],
    ["/x/a.pdf", "show"],
    ["/x/a.csv", "store"],
    ["/x/a.html", "forbid"],
    ["/x/a.svg", "forbid"],
    ["/x/a.js", "forbid"],
    ["/x/a", "forbid"],
  ])("a link to the file %s: %s", (address, expected) => {
    expect(fileTreatment(address)).toBe(expected);
  });
});
