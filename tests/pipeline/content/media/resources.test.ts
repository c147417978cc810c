import { describe, expect, test } from "vitest";
import { openFiles } from "../open-files.ts";

const page = (body: string, fields = "") => `---\ntitle: A\n${fields}\n---\n${body}`;
const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"><path d="M0 0"/></svg>';
const wide = (text: string) => Buffer.from(text, "utf16le");
const gif = Buffer.from("R0lGODlhAgADAIAAAAAAAP///yH5BAAAAAAALAAAAAACAAMAAAICRAEAOw==", "base64");

describe("an article's own files are published with it", () => {
  test("a bundle's picture, in the body and in the list", async () => {
    const { story } = await openFiles(
      {
        "b/index.md": page(
          '![Alt](my%20pic.svg)\n<img src="x.gif" srcset="x.gif 1x, ./my%20pic.svg 2x">[f](sub/f.pdf)',
        ),
        "b/my pic.svg": svg,
        "b/x.gif": gif,
        "b/sub/f.pdf": "%PDF",
        "b/unused.png": "x",
      },
      { base: "/news/" },
    );
    const { article, resources } = story("b/index.md");
    const [drawing, small, document] = resources.map(({ to }) => to);
    expect(drawing).toMatch(/^data\/files\/[0-9a-f]{2}\/[0-9a-f]{16}\/my-pic\.svg$/);
    expect(article.picture).toEqual({ src: drawing, alt: "Alt", width: 40, height: 30 });
    expect(article.body).toContain(`<img src="/news/${drawing}" alt="Alt">`);
    expect(article.body).toContain(`srcset="/news/${small} 1x, /news/${drawing} 2x"`);
    expect(article.body).toContain(`<a href="/news/${document}">f</a>`);
    expect(resources).toHaveLength(3);
  });

  test("from the page's folder, from the root, and beside the page", async () => {
    const { story } = await openFiles({
      "n/a.md": page("![](a.svg)![](/img/b.svg)![](../c.svg)"),
      "n/a.svg": svg,
      "img/b.svg": svg,
      "n/c.svg": svg.replace("40", "41"),
    });
    expect(story("n/a.md").resources.map(({ to }) => to.replace(/^.*\//, ""))).toEqual([
      "a.svg",
      "b.svg",
      "c.svg",
    ]);
  });

  test.each([
    ["a page in HTML", "x.xhtml", "<html/>"],
    ["a script", "x.js", "alert(1)"],
    ["a drawing with a script", "x.svg", svg.replace("<path", "<script>1</script><path")],
    ["a drawing with a handler", "x.svg", svg.replace("<path", '<path onload="x()"')],
    [
      "a drawing with a script's address",
      "x.svg",
      svg.replace("<path", '<a href="java&#10;script:x"/><path'),
    ],
    ["a drawing with entities", "x.svg", `<!DOCTYPE svg [<!ENTITY a "b">]>${svg}`],
    ["a drawing with a style sheet", "x.svg", `<?xml-stylesheet href="a"?>${svg}`],
    ["a drawing with a page in it", "x.svg", svg.replace("<path", "<foreignObject/><path")],
    [
      "a drawing with a form of HTML",
      "x.svg",
      svg.replace(
        "<path",
        '<form xmlns="http://www.w3.org/1999/xhtml" action="https://x.example/"/><path',
      ),
    ],
    [
      "a drawing with an element of HTML by another name",
      "x.svg",
      svg.replace(
        "<path",
        '<h:meta xmlns:h="http://www.w3.org/&#49;999/xhtml" http-equiv="refresh"/><path',
      ),
    ],
    [
      "a drawing that is a script to who reads it in two bytes a character",
      "x.svg",
      Buffer.concat([
        wide("\ufeff<!-- >"),
        Buffer.from(`</\0!\0-\0-\0>${svg}${svg.length % 2 ? " " : ""}`),
        wide("--><svg><script>1</script></svg>"),
      ]),
    ],
    [
      "a drawing whose encoding hides where a quotation ends",
      "x.svg",
      `<?xml version="1.0" encoding="ISO-2022-JP"?>${svg.replace("<path", '<path id="\u001b$B"b\u001b(B="><script>1</script><path y="')}`,
    ],
    ["a drawing of more than 5 MB", "x.svg", svg.replace("M0 0", "M0 0 ".repeat(1_100_000))],
    ["no drawing at all", "x.svg", "<html><body>x</body></html>"],
  ])("%s is not, and is told", async (_, name, content) => {
    const { story, problems } = await openFiles({
      "b/index.md": page(`![](${name})`),
      [`b/${name}`]: content,
    });
    expect(story("b/index.md").resources).toEqual([]);
    expect(story("b/index.md").article.body).not.toContain("<img");
    expect(problems.join("\n")).toContain(`“b/${name}”`);
  });

  test("a broken picture is published without a size", async () => {
    const { story } = await openFiles({
      "b/index.md": page("![](x.png)"),
      "b/x.png": "no picture",
    });
    expect(story("b/index.md").article.picture).toEqual({
      src: story("b/index.md").resources[0]?.to,
    });
  });
});

describe("the picture of a list", () => {
  const read = async (fields: string, body = "Text") => {
    const { story, problems } = await openFiles({
      "b/index.md": page(body, fields),
      "b/p.gif": gif,
    });
    return { picture: story("b/index.md").article.picture, problems };
  };
  const own = { src: expect.stringMatching(/\/p\.gif$/), width: 2, height: 3 };

  test.each([
    ["image: p.gif", own],
    ["image: {src: p.gif, alt: A <b>b</b>}", { ...own, alt: "A b" }],
    ["images: [p.gif]", own],
    ["featured_image: p.gif", own],
    ["cover: {image: p.gif}", own],
    ["params: {image: p.gif}", own],
    ["image: https://example.com/a.jpg", { src: "https://example.com/a.jpg" }],
    ["image: http://example.com/a.jpg", { src: "https://example.com/a.jpg" }],
    ["image: //example.com/a.jpg", { src: "https://example.com/a.jpg" }],
    ["image: ''", undefined],
  ])("%s", async (fields, picture) => {
    expect(await read(fields)).toEqual({ picture, problems: [] });
  });

  test.each([
    "missing.png",
    "javascript:alert(1)",
    "data:image/png;base64,AAAA",
    "../../../etc/passwd",
  ])("“%s” is told and dropped", async (image) => {
    const { picture, problems } = await read(`image: '${image}'`);
    expect(picture).toBeUndefined();
    expect(problems).toEqual([
      `b/index.md:3: “image: ${image}” is no picture in the content folder, so it isn't shown. Put it there, or write its https:// address.`,
    ]);
  });

  test.each([
    [
      "the first one of the text",
      '<img src="http://example.com/a.jpg" alt="A">',
      { src: "https://example.com/a.jpg", alt: "A" },
    ],
    [
      "not one that counts readers",
      '<img src="https://example.com/p" width="1"><img src="https://ad.doubleclick.net/x"><img style="display:none" src="https://x.example/">',
      undefined,
    ],
  ])("%s", async (_, body, picture) => {
    expect((await read("", body)).picture).toEqual(picture);
  });
});
