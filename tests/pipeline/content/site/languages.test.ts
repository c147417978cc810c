import { describe, expect, test } from "vitest";
import { findLanguages } from "#pipeline/content/site/languages.ts";

describe("folders of languages", () => {
  test("two of them, one the edition's", () => {
    const { place } = findLanguages(["en/a.md", "de/news/a.md", "pt-br/a.md", "about/a.md"], "en");
    expect(place("de/news/a.md")).toEqual({ language: "de", prefix: "/de", stem: "news/a" });
    expect(place("en/a.md")).toEqual({ language: "en", prefix: "", stem: "a" });
    expect(place("pt-br/a.md")).toMatchObject({ language: "pt-BR", prefix: "/pt-br" });
    expect(place("about/a.md")).toMatchObject({ language: "en", stem: "about/a" });
  });

  test("nothing but such folders", () => {
    expect(findLanguages(["de/a.md", "fr/a.md"], "en").place("de/a.md").language).toBe("de");
  });

  test.each([
    ["only one", ["de/a.md", "news/a.md"]],
    ["none the edition's, and files elsewhere", ["it/a.md", "no/a.md", "news/a.md"]],
  ])("%s: these are sections", (_, pages) => {
    const { place } = findLanguages(pages, "en");
    for (const path of pages) expect(place(path).language).toBe("en");
  });

  test("a folder in the language of the edition's region is the edition's", () => {
    const { place } = findLanguages(["en/a.md", "de/a.md"], "en-GB");
    expect(place("en/a.md")).toMatchObject({ language: "en-GB", prefix: "" });
  });
});

describe("languages in names", () => {
  test("a file beside its translation", () => {
    const { place } = findLanguages(["a.md", "a.de.md", "b/index.fr.md", "c.v2.md"], "en");
    expect(place("a.de.md")).toEqual({ language: "de", prefix: "/de", stem: "a" });
    expect(place("b/index.fr.md")).toMatchObject({ language: "fr", stem: "b/index" });
    expect(place("c.v2.md")).toMatchObject({ language: "en", stem: "c.v2" });
  });

  test("two translations without the original", () => {
    expect(findLanguages(["a.de.md", "a.zh-cn.md"], "en").place("a.zh-cn.md").language).toBe(
      "zh-CN",
    );
  });

  test("a dot in a name alone is no language", () => {
    const { place } = findLanguages(["socket.io.md", "it.is.md"], "en");
    expect(place("socket.io.md")).toMatchObject({ language: "en", stem: "socket.io" });
  });
});
