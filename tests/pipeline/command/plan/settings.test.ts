import { describe, expect, it } from "vitest";
import { readSettings } from "#pipeline/command/plan/settings.ts";
import { UsageError } from "#pipeline/command/plan/usage-error.ts";

const read = (value: unknown) => readSettings(value, (key) => `--${key}`);

describe("settings", () => {
  it.each([
    ["/news/", "/news/"],
    ["news", "/news/"],
    ["/news", "/news/"],
    ["news/paper/", "/news/paper/"],
    ["//news//", "/news/"],
    ["/", "/"],
    ["", "/"],
    ["./", null],
    ["/news/../", null],
    ["https://paper.example/news/", null],
    ["/news?x=1", null],
    ["/news#top", null],
    ["/my news/", null],
    ['/"news/', null],
  ])("the base %j is read as %j", (base, expected) => {
    if (expected === null)
      expect(() => read({ base })).toThrow(/--base can't be .* a path such as/);
    else expect(read({ base })).toEqual({ base: expected });
  });

  it.each([
    ["en", "en"],
    ["pt-br", "pt-BR"],
    ["ZH-hant", "zh-Hant"],
    ["en_US", null],
    ["english language", null],
    ["", null],
  ])("the language %j is read as %j", (language, expected) => {
    if (expected === null) expect(() => read({ language })).toThrow(/a language tag such as en/);
    else expect(read({ language })).toEqual({ language: expected });
  });

  it.each(["UTC", "Europe/Berlin", "America/Argentina/Buenos_Aires"])(
    "the time zone %s is known",
    (zone) => {
      expect(read({ "time-zone": zone })).toEqual({ "time-zone": zone });
    },
  );

  it("an unknown time zone is refused with the nearest known one", () => {
    expect(() => read({ "time-zone": "Europe/Berln" })).toThrow(
      /--time-zone can't be "Europe\/Berln".*nearest known one is Europe\/Berlin\./,
    );
  });

  it.each(["Mars/Olympus", "X"])("%s is like no time zone, and none is named", (zone) => {
    expect(() => read({ "time-zone": zone })).toThrow(/New_York\.$/);
  });

  it("an offset is refused as a time zone, since it knows no summer time", () => {
    expect(() => read({ "time-zone": "+01:00" })).toThrow(UsageError);
  });

  it.each([
    ["topics,news-categories", ["topics", "news-categories"]],
    ["Topics, tags , topics", ["topics", "tags"]],
    [["Topics"], ["topics"]],
    ["", null],
    ["tags,", null],
    ["news categories", null],
    [[], null],
    [7, null],
  ])("the tag keys %j are read as %j", (keys, expected) => {
    const given = { "tags-from": keys };
    if (expected === null) expect(() => read(given)).toThrow(/front matter keys/);
    else expect(read(given)).toEqual({ "tags-from": expected });
  });

  it("a title keeps its words as they are and stands in one line", () => {
    expect(read({ title: " The\n Paper 007 " })).toEqual({ title: "The Paper 007" });
    expect(() => read({ title: "  " })).toThrow(/a text that is not empty/);
  });

  it.each([
    [{ drafts: "yes" }, /--drafts can't be "yes". It should be true or false/],
    [{ pictures: "own" }, /--pictures can't be "own". It should be remote .* or local /],
    [{ title: 7 }, /--title can't be 7. It should be a text/],
    [{ timeZone: "UTC" }, /--timeZone is not known. Did you mean “time-zone”\? Known are title, /],
    [{ colour: "red" }, /--colour is not known\. Known are title, /],
    [{ bose: "/" }, /Did you mean “base”/],
    [{ uot: "x" }, /--uot is not known\. Known are/],
    [{ __proto__: null, titel: "x" }, /Did you mean “title”/],
    [[], /can't be/],
    [null, /can't be/],
    ["title", /can't be/],
  ])("%j is refused in clear words", (value, words) => {
    expect(() => read(value)).toThrow(words);
  });
});
