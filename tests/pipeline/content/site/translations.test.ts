import { expect, test } from "vitest";
import { openFiles } from "../open-files.ts";

const page = (title: string, more = "") => `---\ntitle: ${title}\n${more}\n---\nText`;

test("one article in several languages is listed once, in the edition's", async () => {
  const { story, sections } = await openFiles({
    "craft/mill.de.md": page("Mühle"),
    "craft/mill.en.md": page("Mill"),
    "craft/mill.fr.md": page("Moulin"),
  });
  expect(story("craft/mill.en.md").isListed).toBe(true);
  expect(story("craft/mill.de.md").isListed).toBe(false);
  expect(story("craft/mill.fr.md").isListed).toBe(false);
  expect(story("craft/mill.en.md").article.language).toBeUndefined();
  expect(story("craft/mill.fr.md").article.language).toBe("fr");
  expect(story("craft/mill.fr.md").article.translations).toEqual([
    { id: story("craft/mill.de.md").article.id, title: "Mühle", language: "de" },
    { id: story("craft/mill.en.md").article.id, title: "Mill", language: "en" },
  ]);
  expect([...sections]).toEqual([["craft", "Craft"]]);
});

test("without one in the edition's language the first by language is listed", async () => {
  const { story } = await openFiles({ "de/a.md": page("A"), "fr/a.md": page("A") });
  expect([story("de/a.md").isListed, story("fr/a.md").isListed]).toEqual([true, false]);
  expect(story("de/a.md").article.section).toBeUndefined();
});

test("a key of its own joins what the names don't", async () => {
  const { story } = await openFiles({
    "en/mill.md": page("Mill", "translationKey: m"),
    "de/muehle.md": page("Mühle", "translationKey: m"),
    "de/mill.md": page("Andere"),
  });
  expect(story("de/muehle.md").article.translations.map(({ title }) => title)).toEqual(["Mill"]);
  expect(story("de/mill.md").isListed).toBe(true);
});

test("a translation that is not due does not hide one that is", async () => {
  const { story } = await openFiles({
    "a.md": page("A", "date: 2027-01-01"),
    "a.de.md": page("A", "date: 2026-01-01"),
  });
  expect(story("a.de.md").isListed).toBe(true);
  expect(story("a.md").isListed).toBe(false);
  expect(story("a.de.md").article.translations).toEqual([]);
});

test("two files in one language are two articles", async () => {
  const { story, problems } = await openFiles({
    "a.md": page("A"),
    "a.html": page("B"),
    "a.de.md": page("C"),
  });
  expect(story("a.md").isListed && story("a.html").isListed).toBe(true);
  expect(problems).toEqual([
    "a.md:1: “a.html” has the same address, /a/; both are published, and links lead to that one. Change its name, slug or url.",
  ]);
});
