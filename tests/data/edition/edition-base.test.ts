import { afterEach, describe, expect, it } from "vitest";
import { editionBase } from "#data/edition/edition-base.ts";

describe("the base of the edition", () => {
  afterEach(() => {
    delete document.documentElement.dataset.base;
  });

  it.each([
    [undefined, "/"],
    ["", "/"],
    ["/", "/"],
    ["/news/", "/news/"],
    ["news", "/news/"],
    ["//elsewhere.example/x", "/elsewhere.example/x/"],
  ])("named %j is %s", (named, base) => {
    if (named !== undefined) document.documentElement.dataset.base = named;
    expect(editionBase()).toBe(base);
  });
});
