import { describe, expect, it } from "vitest";
import { safeSrcset } from "#ui/article-body/srcset.ts";

const place = { base: "/", baseUrl: "https://paper.example/" };

describe("a set of pictures", () => {
  it.each([
    [
      "candidates",
      "a.jpg 1x, b.jpg 2x",
      "https://paper.example/a.jpg 1x, https://paper.example/b.jpg 2x",
    ],
    [
      "commas within addresses",
      "w_1,h_2/a.jpg 400w,w_2,h_4/a.jpg 800w",
      "https://paper.example/w_1,h_2/a.jpg 400w, https://paper.example/w_2,h_4/a.jpg 800w",
    ],
    [
      "a comma right after an address",
      "a.jpg, b.jpg 2x",
      "https://paper.example/a.jpg, https://paper.example/b.jpg 2x",
    ],
    ["one bad among good", "javascript:alert(1) 1x, b.jpg 2x", "https://paper.example/b.jpg 2x"],
    [
      "descriptors that are none",
      "a.jpg 1y, b.jpg 1x 2x, c.jpg (1x, 2x), d.jpg 3x",
      "https://paper.example/d.jpg 3x",
    ],
    ["nothing that may stay", "data:image/png;base64,AAAA 1x,,", null],
    ["nothing", " , ", null],
  ])("%s", (_name, value, expected) => {
    expect(safeSrcset(value, place)).toBe(expected);
  });
});
