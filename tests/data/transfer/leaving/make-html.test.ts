import "fake-indexeddb/auto";
import { strFromU8, unzipSync } from "fflate";
import { expect, it, onTestFinished, vi } from "vitest";
import { makeHtml } from "#data/transfer/leaving/make-html.ts";
import { bytesOf, fillDevice, textOf, traveller, workshop } from "../device-shelf.ts";

const BODY =
  '<p>Words</p><img src="/news/data/files/ab/0123456789abcdef/tide.gif" alt="The tide"><img src="https://far.example/a.jpg" alt="Far"><script>alert(1)</script>';

it("one story is one page that holds its pictures and asks nothing of anybody", async () => {
  const picture = Uint8Array.from([71, 73, 70]);
  vi.stubGlobal(
    "fetch",
    async () => new Response(picture, { headers: { "content-type": "image/gif" } }),
  );
  onTestFinished(() => {
    vi.unstubAllGlobals();
  });
  const records = await fillDevice([traveller(1, { title: "<Tides> & rivers", body: BODY })]);
  const { blob, ending, count } = await makeHtml(records, workshop);
  expect([ending, count]).toEqual(["html", 1]);
  const page = new DOMParser().parseFromString(await textOf(blob), "text/html");
  expect(page.title).toBe("<Tides> & rivers");
  expect([...page.querySelectorAll("img")].map((image) => image.getAttribute("src"))).toEqual([
    "data:image/gif;base64,R0lG",
  ]);
  expect(page.querySelector("script")).toBeNull();
  expect(page.querySelector("a[href^='https://far.example']")?.textContent).toBe("Picture: Far");
  expect(page.querySelector("meta[http-equiv]")?.getAttribute("content")).toMatch(
    /^default-src 'none'/,
  );
});

it("several are pages of their own and a list that leads to each", async () => {
  const records = await fillDevice([
    traveller(1, { title: "index" }),
    traveller(2, { title: "سفرنامه" }),
    traveller(3, { title: "???" }),
  ]);
  const { blob, ending } = await makeHtml(records, workshop);
  expect(ending).toBe("zip");
  const files = unzipSync(await bytesOf(blob));
  const index = new DOMParser().parseFromString(
    strFromU8(files["index.html"] ?? new Uint8Array()),
    "text/html",
  );
  const links = [...index.querySelectorAll("a")].map((a) =>
    decodeURIComponent(a.getAttribute("href") ?? ""),
  );
  expect(links).toEqual(["index-2.html", "سفرنامه.html", "story.html"]);
  for (const link of links) expect(Object.keys(files)).toContain(link);
});
