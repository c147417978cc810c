import "fake-indexeddb/auto";
import { strFromU8, unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import type { Leaving } from "#data/transfer/leaving/leaving.ts";
import { makeEpub } from "#data/transfer/leaving/make-epub.ts";
import { makeHtml } from "#data/transfer/leaving/make-html.ts";
import { makeBookmarks, makeFeed } from "#data/transfer/leaving/make-lists.ts";
import { makeMarkdown } from "#data/transfer/leaving/make-markdown.ts";
import { hostileBodies } from "#tests/e2e/hostile/hostile-bodies.ts";
import { bytesOf, fillDevice, NOW, textOf, traveller, workshop } from "../device-shelf.ts";

const HOSTILE = "</title></script><script>alert(1)</script><img src=x onerror=alert(1)>";
const bodies = hostileBodies().filter(({ name }, at) => at % 12 === 0 && !/^size/.test(name));

function device() {
  return fillDevice(
    bodies.map(({ html }, at) =>
      traveller(at + 1, {
        title: `${at} ${HOSTILE}`,
        description: HOSTILE,
        authors: [HOSTILE],
        tags: [HOSTILE],
        body: html,
      }),
    ),
  );
}

async function filesOf({ blob }: Leaving, ending: RegExp): Promise<[string, string][]> {
  const files = Object.entries(unzipSync(await bytesOf(blob)));
  return files.filter(([name]) => ending.test(name)).map(([name, it]) => [name, strFromU8(it)]);
}

/** What runs, or asks for something as soon as the file is opened. */
function faultsIn(name: string, document: Document): string[] {
  return [...document.querySelectorAll("*")].flatMap((element) => {
    const attributes = [...element.attributes];
    const isBad = /^(script|iframe|object|embed|form|base|svg)$/i.test(element.localName);
    const runs = attributes.some(
      ({ localName, value }) =>
        localName.startsWith("on") || /^\s*(?:javascript|vbscript|data:text)/i.test(value),
    );
    const asks = attributes.some(
      ({ localName, value }) =>
        ["src", "srcset", "poster"].includes(localName) &&
        /^(?:https?:)?\/\//i.test(value) &&
        !/^(audio|video|source)$/.test(element.localName),
    );
    return isBad || runs || asks ? [`${name}: ${element.outerHTML.slice(0, 200)}`] : [];
  });
}

describe("what leaves of hostile stories", () => {
  it("is harmless as web pages", async () => {
    const pages = await filesOf(await makeHtml(await device(), workshop), /\.html$/);
    expect(pages).toHaveLength(bodies.length + 1);
    const read = (text: string) => new DOMParser().parseFromString(text, "text/html");
    expect(pages.flatMap(([name, text]) => faultsIn(name, read(text)))).toEqual([]);
  });

  it("is harmless as a book, whose every page is well-formed", async () => {
    const pages = await filesOf(
      await makeEpub(await device(), workshop, NOW),
      /\.(xhtml|opf|ncx)$/,
    );
    expect(pages.length).toBeGreaterThan(bodies.length);
    const faults = pages.flatMap(([name, text]) => {
      const page = new DOMParser().parseFromString(text, "application/xml");
      const isBroken = page.querySelector("parsererror") !== null;
      return isBroken ? [`${name} is not well-formed`] : faultsIn(name, page);
    });
    expect(faults).toEqual([]);
  });

  it("is harmless as Markdown, also where text looks like HTML", async () => {
    const records = await fillDevice([
      traveller(1, {
        body: "<p>&lt;img src=x onerror=alert(1)&gt; &lt;script&gt;alert(1)&lt;/script&gt;</p>",
      }),
      traveller(2, {
        body: "<p>[x](javascript:alert(1)) &lt;javascript:alert(1)&gt; &amp;lt;b&amp;gt; {{% include %}} {{&lt; x &gt;}} AT&amp;T</p>",
      }),
    ]);
    const [one, two] = await filesOf(await makeMarkdown(records, workshop), /\.md$/);
    expect(one?.[1]).toContain("\n\\<img src=x onerror=alert(1)> \\<script>alert(1)\\</script>\n");
    expect(two?.[1]).toContain(
      "\n\\[x\\](javascript:alert(1)) \\<javascript:alert(1)> \\&lt;b\\&gt; \\{{% include %}} \\{{\\< x >}} AT&T\n",
    );
  });

  it("is harmless as a list of bookmarks, and the feed is JSON whatever it holds", async () => {
    const records = await device();
    const marks = await textOf((await makeBookmarks(records, workshop)).blob);
    expect(faultsIn("bookmarks", new DOMParser().parseFromString(marks, "text/html"))).toEqual([]);
    const feed = JSON.parse(await textOf((await makeFeed(records, workshop)).blob));
    expect(feed.items).toHaveLength(bodies.length);
  });
});
