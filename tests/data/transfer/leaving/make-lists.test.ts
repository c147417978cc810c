import "fake-indexeddb/auto";
import { expect, it } from "vitest";
import { readCargo } from "#data/transfer/arriving/cargo.ts";
import { makeBookmarks, makeFeed } from "#data/transfer/leaving/make-lists.ts";
import { fillDevice, READING, textOf, traveller, workshop } from "../device-shelf.ts";

const stories = () =>
  fillDevice([
    traveller(1, { title: 'A <b> & "c"' }, { labels: ["water, deep"], archived: true }),
    traveller(2, { title: "A link alone", body: "", link: "https://atlas.example/?a=1&b=2" }),
  ]);

async function comesIn(blob: Blob) {
  const [cargo] = await readCargo(new File([await textOf(blob)], "any"), READING);
  return {
    format: cargo?.format,
    faults: cargo?.faults,
    seen: cargo?.arrivals.map(({ copy: { article, savedAt, labels, archived } }) => [
      article.title,
      article.link,
      savedAt,
      labels,
      archived ?? false,
    ]),
  };
}

it("bookmarks hold addresses, tags and times, and come in again", async () => {
  const { blob, count } = await makeBookmarks(await stories(), workshop);
  expect(count).toBe(2);
  expect(await comesIn(blob)).toEqual({
    format: "bookmarks",
    faults: [],
    seen: [
      [
        'A <b> & "c"',
        "https://atlas.example/1",
        "2026-01-13T09:40:00Z",
        ["rivers", "water", "deep"],
        true,
      ],
      ["A link alone", "https://atlas.example/?a=1&b=2", "2026-01-13T09:40:00Z", ["rivers"], false],
    ],
  });
});

it("a JSON Feed holds the texts too, clean, and comes in again", async () => {
  const { blob } = await makeFeed(await stories(), workshop);
  const feed = JSON.parse(await textOf(blob));
  expect(feed).toMatchObject({
    version: "https://jsonfeed.org/version/1.1",
    items: [
      { content_html: '<p dir="ltr">River 1 is moving.</p>', authors: [{ name: "A. Writer" }] },
      { content_text: "" },
    ],
  });
  expect(await comesIn(blob)).toMatchObject({
    format: "JSON Feed",
    seen: [
      [
        'A <b> & "c"',
        "https://atlas.example/1",
        "2026-01-13T09:40:00Z",
        ["water, deep", "rivers"],
        true,
      ],
      ["A link alone", "https://atlas.example/?a=1&b=2", "2026-01-13T09:40:00Z", ["rivers"], false],
    ],
  });
});
