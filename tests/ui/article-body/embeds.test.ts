import { describe, expect, it } from "vitest";
import { drawnWords } from "#ui/article-body/drawn-words.ts";
import { embedLink } from "#ui/article-body/embeds.ts";
import { ENGLISH } from "#ui/messages/messages.tsx";

describe("the link that stands for a frame", () => {
  it.each([
    [
      'src="https://www.youtube.com/embed/abcdefghijk?start=3" title="The machine"',
      "https://www.youtube.com/watch?v=abcdefghijk",
      "Video on youtube.com: The machine",
    ],
    ['src="//player.vimeo.com/video/123?h=1"', "https://vimeo.com/123", "Video on vimeo.com"],
    [
      'data-src="https://w.soundcloud.com/player/?url=x"',
      "https://w.soundcloud.com/player/?url=x",
      "Sound on w.soundcloud.com",
    ],
    [
      'src="https://youtube.com.evil.example/embed/abcdefghijk"',
      "https://youtube.com.evil.example/embed/abcdefghijk",
      "Embedded page on youtube.com.evil.example",
    ],
    ['src="http://sea.example/"', undefined, undefined],
    ['src="about:blank"', undefined, undefined],
    ["", undefined, undefined],
  ])("<iframe %s>", (attributes, href, text) => {
    const template = document.createElement("template");
    template.innerHTML = `<iframe ${attributes}></iframe>`;
    const frame = template.content.firstElementChild;
    const link = frame && embedLink(frame, { base: "/", baseUrl: undefined }, drawnWords(ENGLISH));
    expect(link?.getAttribute("href")).toBe(href);
    expect(link?.textContent).toBe(text);
  });
});
