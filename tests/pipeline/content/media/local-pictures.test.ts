import { basename } from "node:path";
import { describe, expect, it } from "vitest";
import type { LocalPicture } from "#pipeline/story.ts";
import { plainPicture } from "../../../support/picture-host.ts";
import { type Files, openFiles } from "../open-files.ts";

/** A picture 2,000 dots wide, whose files are named by where it came from. */
function localPicture(name: string, widths: readonly number[] = [800, 1600]): LocalPicture {
  const resource = (size: string) => ({
    from: `/cache/${size}`,
    to: `data/files/${name}-${size}.webp`,
  });
  return {
    width: widths.at(-1) ?? 0,
    height: (widths.at(-1) ?? 0) / 2,
    sizes: widths.map((width) => ({ width, ...resource(`${width}`) })),
    square: resource("square"),
  };
}

/** Reads files where each host gives its pictures, but for the ones that are lost. */
async function open(files: Files, base = "/") {
  const asked: string[] = [];
  const read = await openFiles(
    files,
    { pictures: "local", base },
    {
      fromAddress: async (address) => {
        asked.push(address);
        const name = basename(new URL(address).pathname).replace(/\.\w+$/, "");
        if (name.includes("lost")) return "its host answers 404";
        return localPicture(name, name.includes("small") ? [300] : undefined);
      },
      fromFile: async (from) => localPicture(`own-${basename(from).replace(/\.\w+$/, "")}`),
    },
  );
  return { ...read, asked };
}

const page = (body: string, fields = "") => ({ "a.html": `---\ntitle: A\n${fields}---\n${body}` });

async function bodyOf(body: string, fields = "") {
  const { story, asked, elsewhere } = await open(page(body, fields));
  return { body: story("a.html").article.body, asked, elsewhere };
}

const SET =
  'srcset="/data/files/a-800.webp 800w, /data/files/a-1600.webp 1600w" sizes="auto, (max-width: 50rem) 100vw, 50rem"';

describe("a picture of another host in a text", () => {
  it("becomes the edition's own, in two sizes, with both sides said", async () => {
    const { body, asked } = await bodyOf('<p><img alt="A" src="https://p.example/a.jpg"></p>');
    expect(body).toBe(
      `<p><img alt="A" src="/data/files/a-800.webp" width="1600" height="800" ${SET}></p>`,
    );
    expect(asked).toEqual(["https://p.example/a.jpg"]);
  });

  it("keeps the size that its author gave it", async () => {
    const wide = await bodyOf('<img width="400" src="https://p.example/a.jpg">');
    expect(wide.body).toContain('width="400" src="/data/files/a-800.webp" height="200"');
    const high = await bodyOf('<img height="50" width="100%" src="https://p.example/a.jpg">');
    expect(high.body).toContain('height="50" width="100"');
  });

  it("that is small has one size", async () => {
    const { body } = await bodyOf('<img src="https://p.example/small.jpg">');
    expect(body).toBe('<img src="/data/files/small-300.webp" width="300" height="150">');
  });

  it.each([
    [
      "the smallest that is large enough",
      '<img src="https://p.example/s.jpg" srcset="https://p.example/s.jpg 400w, https://p.example/a.jpg 1800w, https://p.example/xl.jpg 4000w" sizes="9px">',
    ],
    [
      "the largest where none is",
      '<img src="https://p.example/s.jpg" srcset="https://p.example/s.jpg 400w, https://p.example/a.jpg 900w">',
    ],
    [
      "the one of twice as many dots",
      '<img src="https://p.example/s.jpg" srcset="https://p.example/s.jpg, https://p.example/a.jpg 2x, https://p.example/xl.jpg 3x">',
    ],
    [
      "what a script would load late",
      '<img src="data:image/gif;base64,AAAA" data-src="https://p.example/a.jpg">',
    ],
    ["what a script would load late, of a set", '<img data-srcset="https://p.example/a.jpg 800w">'],
  ])("is asked for once: %s", async (_, html) => {
    const { body, asked } = await bodyOf(html);
    expect(asked).toEqual(["https://p.example/a.jpg"]);
    expect(body).toBe(`<img src="/data/files/a-800.webp" width="1600" height="800" ${SET}>`);
  });

  it("that stands there a second time for those without scripts is asked for once", async () => {
    const { body, asked } = await bodyOf(
      '<img data-src="https://p.example/a.jpg"><noscript><img src="https://p.example/a.jpg"></noscript>',
    );
    expect(asked).toEqual(["https://p.example/a.jpg"]);
    expect(body).toMatch(/^<img src="\/data\/files\/a-800.webp"[^>]*><noscript>/);
  });

  it("is looked for at its other address where the better one is gone", async () => {
    const { body, elsewhere } = await bodyOf(
      '<img src="https://p.example/a.jpg" srcset="https://p.example/lost.jpg 900w">',
    );
    expect(body).toContain('src="/data/files/a-800.webp"');
    expect(body).not.toContain("https://");
    expect(elsewhere).toEqual([]);
  });

  it("in several formats is one of them, and keeps what is shown on small screens", async () => {
    const { body, asked } = await bodyOf(
      '<picture><source type="image/avif" srcset="https://p.example/x.avif">' +
        '<source media="(max-width: 400px)" srcset="https://p.example/small.jpg 300w">' +
        '<img src="https://p.example/a.jpg"></picture>',
    );
    expect(asked).toEqual(["https://p.example/a.jpg", "https://p.example/small.jpg"]);
    expect(body).toBe(
      '<picture><source media="(max-width: 400px)" srcset="/data/files/small-300.webp">' +
        `<img src="/data/files/a-800.webp" width="1600" height="800" ${SET}></picture>`,
    );
  });

  it("is a film's first one, too", async () => {
    const { body } = await bodyOf('<video src="/f.mp4" poster="https://p.example/a.jpg"></video>');
    expect(body).toContain('poster="/data/files/a-800.webp"');
  });

  it("that can't be had stays, and is told with the file that shows it", async () => {
    const { body, elsewhere } = await bodyOf(
      '<img src="https://p.example/lost.jpg" srcset="x 1w">',
    );
    expect(body).toBe('<img src="https://p.example/lost.jpg">');
    expect(elsewhere).toEqual([
      { path: "a.html", address: "https://p.example/lost.jpg", reason: "its host answers 404" },
    ]);
  });

  it.each([
    '<img src="https://p.example/a.jpg" width="1" height="1">',
    '<img src="https://pixel.wp.com/a.gif">',
    '<img src="http://192.168.0.1/a.jpg">',
    '<img src="https://p.example:8443/a.jpg">',
    '<img src="data:image/gif;base64,AAAA">',
    '<img class="emoji" alt="x" src="https://p.example/a.svg">',
    '<p><a href="https://p.example/a.jpg">a picture</a></p>',
  ])("is not asked for where the app would show none: %s", async (html) => {
    const { asked, elsewhere } = await bodyOf(html);
    expect(asked).toEqual([]);
    expect(elsewhere).toEqual([]);
  });

  it("is asked for at the original's site, unless it is a file of the folder", async () => {
    const { story, asked } = await open({
      ...page('<img src="img/a.jpg"><img src="b.jpg">', "link: https://p.example/story/\n"),
      "b.jpg": await plainPicture(9, 9, "red"),
    });
    expect(asked).toEqual(["https://p.example/story/img/a.jpg"]);
    expect(story("a.html").article.body).toContain('src="/data/files/own-b-800.webp"');
  });

  it("is asked for without what only says where a reader came from", async () => {
    const { asked } = await bodyOf('<img src="http://p.example/a.jpg?w=2&amp;utm_source=x#top">');
    expect(asked).toEqual(["https://p.example/a.jpg?w=2"]);
  });
});

describe("the picture of a list", () => {
  it("is a small square; whoever links to the story gets the largest", async () => {
    const { story } = await open(page("<p>Text</p>", "image: https://p.example/a.jpg\n"));
    const { article, resources } = story("a.html");
    expect(article.picture).toEqual({
      src: "data/files/a-1600.webp",
      square: "data/files/a-square.webp",
      width: 1600,
      height: 800,
    });
    expect(resources.map(({ to }) => to)).toEqual([
      "data/files/a-1600.webp",
      "data/files/a-square.webp",
    ]);
  });

  it("is not fetched a second time where it is the text's", async () => {
    const set = 'srcset="https://p.example/a.jpg 1800w"';
    const { story, asked } = await open(page(`<img src="https://p.example/s.jpg" ${set} alt="A">`));
    expect(asked).toEqual(["https://p.example/a.jpg"]);
    expect(story("a.html").article.picture).toMatchObject({
      alt: "A",
      square: "data/files/a-square.webp",
    });
    expect(story("a.html").resources).toHaveLength(3);
  });

  it("stays where it is, if it can't be had", async () => {
    const { story, elsewhere } = await open(page("", "image: https://p.example/lost.jpg\n"));
    expect(story("a.html").article.picture).toEqual({ src: "https://p.example/lost.jpg" });
    expect(elsewhere).toHaveLength(1);
  });
});

describe("a picture of the content folder", () => {
  it("is published in the same sizes, and as it is where a link leads to it", async () => {
    const picture = await plainPicture(9, 9, "red");
    const { story } = await open(
      {
        "one/index.md": "---\ntitle: A\n---\n![A](a.jpg)\n\n![B](b.jpg)\n\n[whole](b.jpg)\n",
        "one/a.jpg": picture,
        "one/b.jpg": await plainPicture(9, 9, "blue"),
      },
      "/news/",
    );
    const { article, resources } = story("one/index.md");
    expect(article.body).toContain('src="/news/data/files/own-a-800.webp"');
    expect(article.picture?.square).toBe("data/files/own-a-square.webp");
    expect(resources.map(({ to }) => to.replace(/^data\/files\/(?:..\/.{16}\/)?/, ""))).toEqual([
      "b.jpg",
      "own-a-800.webp",
      "own-a-1600.webp",
      "own-a-square.webp",
      "own-b-800.webp",
      "own-b-1600.webp",
    ]);
  });

  it("stays a drawing where it is one", async () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>';
    const { story } = await open({ ...page('<img src="a.svg">'), "a.svg": svg });
    expect(story("a.html").article.body).toMatch(/^<img src="[^"]+\/a\.svg">$/);
  });
});
