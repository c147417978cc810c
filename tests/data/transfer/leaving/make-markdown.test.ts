import "fake-indexeddb/auto";
import { strFromU8, unzipSync } from "fflate";
import { expect, it, onTestFinished, vi } from "vitest";
import { makeMarkdown } from "#data/transfer/leaving/make-markdown.ts";
import { bytesOf, fillDevice, traveller, workshop } from "../device-shelf.ts";

const BODY = `
<h2>Rivers</h2><p>They <em>move</em>, <strong>slowly</strong>, <a href="https://x.example/">always</a>.</p>
<ul><li>one</li><li>two</li></ul><pre><code class="language-js">let a = 1;</code></pre>
<table><tr><td>1</td></tr></table><p>H<sub>2</sub>O <img src="/news/data/files/ab/0123456789abcdef/tide.gif" alt="The tide"></p>
<p>A line that looks like code: # no heading, 1. no list, *no* emphasis</p><script>alert(1)</script>`;

it("each story becomes a content file: its facts at the head, its text below, its pictures beside it", async () => {
  const picture = Uint8Array.from([71, 73, 70]);
  vi.stubGlobal(
    "fetch",
    async () => new Response(picture, { headers: { "content-type": "image/gif" } }),
  );
  onTestFinished(() => {
    vi.unstubAllGlobals();
  });
  const records = await fillDevice([
    traveller(
      1,
      { title: 'On "rivers": a start', body: BODY },
      { labels: ["water"], archived: true },
    ),
    traveller(2, { title: "On rivers, a start", body: "<p>Again.</p>" }),
  ]);
  const { blob, count, failed } = await makeMarkdown(records, workshop);
  expect([count, failed]).toEqual([2, []]);
  const files = unzipSync(await bytesOf(blob));
  expect(Object.keys(files)).toEqual([
    "pictures/on-rivers-a-start/1.gif",
    "on-rivers-a-start.md",
    "on-rivers-a-start-2.md",
  ]);
  expect(strFromU8(files["on-rivers-a-start.md"] ?? new Uint8Array())).toBe(`---
title: "On \\"rivers\\": a start"
date: "2026-01-12T08:00:00Z"
source: "The Slow Atlas"
authors: ["A. Writer"]
link: "https://atlas.example/1"
tags: ["rivers","water"]
language: "en"
saved: "2026-01-13T09:40:00Z"
archived: true
---

## Rivers

They _move_, **slowly**, [always](https://x.example/ "x.example").

-   one
-   two

\`\`\`js
let a = 1;
\`\`\`

<table><tbody><tr><td>1</td></tr></tbody></table>

H<sub>2</sub>O ![The tide](pictures/on-rivers-a-start/1.gif)

A line that looks like code: # no heading, 1. no list, \\*no\\* emphasis
`);
});
