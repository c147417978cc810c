import { describe, expect, it } from "vitest";
import { packArticle, unpackArticle } from "#data/device/packing.ts";
import { article, denseText } from "./fakes.ts";

describe("a packed article", () => {
  it.each([
    ["of a few words", ""],
    ["with an emoji, a half of one, and a zero", "🦉 \ud800 \u0000"],
    ["in three scripts", "سفر 旅行 путь"],
    ["of half a million characters", denseText(500_000)],
  ])("%s comes back as it was", async (_, body) => {
    expect(unpackArticle(await packArticle(article(1, { body })))).toEqual(article(1, { body }));
  });

  it("takes a fraction of the characters of its JSON", async () => {
    const body = "<p>The river has changed its bed since the map was drawn.</p>".repeat(70);
    const plain = JSON.stringify(article(1, { body }));
    expect((await packArticle(article(1, { body }))).length).toBeLessThan(plain.length / 4);
  });

  it("has no lone halves of characters, so that no storage can refuse or change it", async () => {
    expect(await packArticle(article(1, { body: denseText(5_000) }))).not.toMatch(/\p{Surrogate}/u);
  });

  it.each([
    ["cut short", (packed: string) => packed.slice(0, packed.length / 2)],
    ["empty", () => ""],
    ["of another alphabet", () => "abc"],
    ["not even packed", () => "{}"],
  ])("that is %s is refused", async (_, damage) => {
    const packed = await packArticle(article(1));
    expect(() => unpackArticle(damage(packed))).toThrow();
  });
});
