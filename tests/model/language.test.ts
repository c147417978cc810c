import { describe, expect, it } from "vitest";
import { languageOf, localeOf, spokenLanguage, writingOf } from "#model/language.ts";

describe("the language of the interface", () => {
  it.each([
    ["de", "de"],
    ["de-AT", "de"],
    ["AR-eg", "ar"],
    ["nl", null],
    ["", null],
    [undefined, null],
  ])("for the tag %j is %j", (tag, language) => {
    expect(languageOf(tag)).toBe(language);
  });

  it("is the edition's, unless the reader chose another, and English where that is none of ours", () => {
    expect(spokenLanguage("edition", "ja")).toBe("ja");
    expect(spokenLanguage("edition", "nl")).toBe("en");
    expect(spokenLanguage("fr", "ja")).toBe("fr");
  });

  it("is written its own way, with digits that everybody reads", () => {
    expect(writingOf("ar")).toBe("rtl");
    expect(writingOf("ja")).toBe("ltr");
    expect((1234.5).toLocaleString(localeOf("ar"))).toMatch(/1.234/);
  });
});
