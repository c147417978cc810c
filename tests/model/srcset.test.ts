import { describe, expect, it } from "vitest";
import { readSrcset } from "#model/srcset.ts";

describe("the candidates of a set of pictures", () => {
  it.each<[string, string, [url: string, descriptor: string][]]>([
    ["none in an empty one", " , ", []],
    ["one without a size", "a.jpg", [["a.jpg", ""]]],
    [
      "each with its size",
      "a.jpg 400w,\n b.jpg   2x",
      [
        ["a.jpg", "400w"],
        ["b.jpg", "2x"],
      ],
    ],
    [
      "such as have commas in their address",
      "https://p.example/w_400,h_300/a.jpg 400w, b.jpg",
      [
        ["https://p.example/w_400,h_300/a.jpg", "400w"],
        ["b.jpg", ""],
      ],
    ],
    [
      "such as end in a comma",
      "a.jpg, b.jpg 2x",
      [
        ["a.jpg", ""],
        ["b.jpg", "2x"],
      ],
    ],
    [
      "sizes that are none as they are",
      "a.jpg calc(1, 2) x, b.jpg",
      [
        ["a.jpg", "calc(1, 2) x"],
        ["b.jpg", ""],
      ],
    ],
  ])("are %s", (_, set, expected) => {
    expect([...readSrcset(set)].map(({ url, descriptor }) => [url, descriptor])).toEqual(expected);
  });
});
