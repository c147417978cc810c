import { describe, expect, it } from "vitest";
import { idOf, story } from "../../support/edition-stories.ts";
import { readJson, workshop } from "../../support/edition-workshop.ts";

describe("the feed", () => {
  it("is a JSON Feed 1.1 of the newest hundred stories with their texts", async () => {
    const { out, publish } = workshop();
    const hour = (n: number) =>
      new Date(Date.UTC(2026, 0, 1) + n * 3_600_000).toISOString().replace(".000Z", "Z");
    await publish(Array.from({ length: 120 }, (_, n) => story(`${n}.md`, { date: hour(n) })));
    const feed = readJson(out, "feed.json");
    expect(feed).toMatchObject({
      version: "https://jsonfeed.org/version/1.1",
      title: "The Test",
      language: "en",
    });
    const items = (feed as { items: { id: string; content_html: string }[] }).items;
    expect(items).toHaveLength(100);
    expect(items[0]).toEqual({
      id: idOf("119.md"),
      title: "Story 119.md",
      content_html: "<p>Text of 119.md.</p>",
      date_published: hour(119),
      language: "en",
    });
  });

  it("says all that a story has to say", async () => {
    const { out, publish } = workshop();
    await publish([
      story("a.md", {
        link: "https://example.org/a",
        excerpt: "In short.",
        picture: { src: "https://example.org/a.jpg" },
        modified: "2026-01-14T00:00:00Z",
        authors: ["Ada"],
        tags: ["Ice"],
        language: "de",
      }),
      story("b.md", { date: null, picture: { src: "data/files/ab/x.svg" } }),
    ]);
    expect(readJson(out, "feed.json")).toMatchObject({
      items: [
        {
          external_url: "https://example.org/a",
          summary: "In short.",
          image: "https://example.org/a.jpg",
          date_modified: "2026-01-14T00:00:00Z",
          authors: [{ name: "Ada" }],
          tags: ["Ice"],
          language: "de",
        },
        { id: idOf("b.md") },
      ],
    });
    expect(JSON.stringify(readJson(out, "feed.json"))).not.toContain("data/files");
  });
});
