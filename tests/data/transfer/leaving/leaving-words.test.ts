import "fake-indexeddb/auto";
import { strFromU8, unzipSync } from "fflate";
import { expect, it } from "vitest";
import { readCargo } from "#data/transfer/arriving/cargo.ts";
import type { Workshop } from "#data/transfer/leaving/leaving.ts";
import { makeEpub } from "#data/transfer/leaving/make-epub.ts";
import { makeHtml } from "#data/transfer/leaving/make-html.ts";
import { makeBookmarks, makeFeed } from "#data/transfer/leaving/make-lists.ts";
import { makeMarkdown } from "#data/transfer/leaving/make-markdown.ts";
import type { Language } from "#model/language.ts";
import { leavingWords } from "#pages/transfer/leaving-words.ts";
import { cleanElement } from "#ui/article-body/clean-element.ts";
import { loadSpeech } from "#ui/messages/catalogs.ts";
import { bytesOf, fillDevice, NOW, READING, textOf, traveller, workshop } from "../device-shelf.ts";

const FILM = '<video src="https://far.example/a.mp4"></video>';

/** Three stories: in English, in Arabic, and one that tells neither its language nor its title. */
const stories = () => {
  const { language: _, ...unknown } = traveller(3).article;
  return fillDevice([
    traveller(1, { title: "Ice", body: `<p>Words.</p>${FILM}` }),
    traveller(2, { title: "ملح", language: "ar", body: "<p>نص قصير عن الملح</p>" }),
    { ...traveller(3), article: { ...unknown, title: "" } },
  ]);
};

async function workshopIn(language: Language): Promise<Workshop> {
  const speech = await loadSpeech(language);
  return {
    ...workshop,
    words: leavingWords(speech),
    clean: ({ body, link }) => cleanElement(body, { baseUrl: link, base: "/news/", speech }),
  };
}

async function pagesOf(blob: Blob, type: "text/html" | "application/xhtml+xml") {
  const files = unzipSync(await bytesOf(blob));
  return (name: string) =>
    new DOMParser().parseFromString(strFromU8(files[name] ?? new Uint8Array()), type);
}

/** What is said in a page, with its language and direction. */
const told = (element: Element | null) => [
  element?.textContent?.trim(),
  element?.getAttribute("lang"),
  element?.getAttribute("dir"),
];
const rootOf = ({ documentElement }: Document) => told(documentElement).slice(1);

it("web pages say their own words in the reader’s language, and each story stays in its own", async () => {
  const { blob } = await makeHtml(await stories(), await workshopIn("de"));
  const page = await pagesOf(blob, "text/html");
  const index = page("index.html");
  expect([index.title, ...rootOf(index)]).toEqual(["Gespeicherte Artikel", "de", "ltr"]);
  expect(index.querySelector("h1")?.textContent).toBe("Gespeicherte Artikel");
  const lines = [...index.querySelectorAll("li")];
  expect(lines.map((line) => line.getAttribute("lang"))).toEqual(["en", "ar", ""]);
  expect(lines.map((line) => line.querySelector("a")?.dir)).toEqual(["auto", "auto", "auto"]);
  expect(rootOf(page("ice.html"))).toEqual(["en", "ltr"]);
  expect(rootOf(page("ملح.html"))).toEqual(["ar", "rtl"]);
  for (const name of ["ice.html", "ملح.html"]) {
    expect(told(page(name).querySelector(".facts a"))).toEqual(["Das Original", "de", "ltr"]);
  }
  expect(told(page("ice.html").querySelector("a[href$='.mp4']"))).toEqual(["Video", "de", "ltr"]);
});

it("a book does so too, from right to left where the reader’s language is", async () => {
  const { blob } = await makeEpub(await stories(), await workshopIn("ar"), NOW);
  const page = await pagesOf(blob, "application/xhtml+xml");
  const contents = page("book/nav.xhtml");
  expect([contents.title, ...rootOf(contents)]).toEqual([
    "المقالات المحفوظة، 2026-11-22",
    "ar",
    "rtl",
  ]);
  expect([...contents.querySelectorAll("li a")].map(told)).toEqual([
    ["Ice", "en", "auto"],
    ["ملح", "ar", "auto"],
    ["بلا عنوان", null, null],
  ]);
  const { documentElement: book } = page("book/content.opf");
  expect([book.getAttribute("xml:lang"), book.getAttribute("dir")]).toEqual(["ar", "rtl"]);
  const first = page("book/story-1.xhtml");
  expect(rootOf(first)).toEqual(["en", "ltr"]);
  expect(told(first.querySelector(".facts a"))).toEqual(["الأصل", "ar", "rtl"]);
  expect(told(first.querySelector("a[href$='.mp4']"))).toEqual(["فيديو", "ar", "rtl"]);
  expect(told(page("book/story-3.xhtml").querySelector("title"))).toEqual([
    "بلا عنوان",
    "ar",
    null,
  ]);
});

it("Markdown, the feed and bookmarks do so too; the bookmarks’ heading is no tag when they come in again", async () => {
  const records = await stories();
  const spanish = await workshopIn("es");
  const files = unzipSync(await bytesOf((await makeMarkdown(records, spanish)).blob));
  expect(strFromU8(files["ice.md"] ?? new Uint8Array())).toContain(
    "[Vídeo](https://far.example/a.mp4)",
  );
  const feed = JSON.parse(await textOf((await makeFeed(records, spanish)).blob));
  expect(feed.title).toBe("Artículos guardados");
  const marks = await textOf((await makeBookmarks(records, spanish)).blob);
  expect(marks).toContain("<H1>Marcadores</H1>");
  const [cargo] = await readCargo(new File([marks], "any"), READING);
  expect(cargo?.arrivals.map(({ copy }) => copy.labels)).toEqual(Array(3).fill(["rivers"]));
});
