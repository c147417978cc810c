import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import type { ServerResponse } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { Pictures } from "#pipeline/pictures/pictures.ts";
import type { LocalPicture } from "#pipeline/story.ts";
import { type PictureHost, plainPicture, playHosts } from "../../support/picture-host.ts";

const A = "https://pictures.example/a.jpg";
const B = "https://pictures.example/b.jpg";
const DAY = 24 * 60 * 60 * 1000;
const START = Date.parse("2026-02-01T00:00:00Z");

let cache = "";
beforeEach(() => {
  const folder = mkdtempSync(join(tmpdir(), "offprint-pictures-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  cache = join(folder, "cache");
});

/** What a run makes of addresses, so many days after the first: the names of their files, or why they stay. */
async function run({ dispatcher }: PictureHost, addresses: readonly string[], days = 0) {
  const now = new Date(START + days * DAY);
  const pictures = new Pictures({ cache, now, dispatcher, pause: async () => undefined });
  const found = await Promise.all(addresses.map((address) => pictures.fromAddress(address)));
  await pictures.end();
  return found.map((one) => (typeof one === "string" ? one : namesOf(one)));
}

function namesOf({ sizes, square }: LocalPicture): string[] {
  return [...sizes, square].map(({ from, to }) => {
    expect(existsSync(from)).toBe(true);
    return to;
  });
}

function bytesIn(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + readFileSync(join(entry.parentPath, entry.name)).length, 0);
}

const dated = (etag: string, bytes: Buffer) => (_: unknown, response: ServerResponse) =>
  void response.setHeader("etag", etag).setHeader("content-type", "image/jpeg").end(bytes);

describe("a picture of another host", () => {
  it("is fetched once, in one run and in the next", async () => {
    const host = await playHosts({ "pictures.example/a.jpg": await plainPicture(900, 600, "red") });
    const first = await run(host, [A, A]);
    expect(first[0]).toHaveLength(3);
    expect(first[0]?.[0]).toMatch(
      /^data\/files\/[0-9a-f]{2}\/[0-9a-f]{16}\/[0-9a-f]{16}-800\.webp$/,
    );
    expect(first[1]).toEqual(first[0]);
    expect(await run(host, [A], 6)).toEqual([first[0]]);
    expect(host.asked).toEqual(["pictures.example/a.jpg"]);
  });

  it("is made and kept once where two addresses give the same", async () => {
    const bytes = await plainPicture(300, 200, "red");
    const host = await playHosts({
      "pictures.example/a.jpg": bytes,
      "pictures.example/b.jpg": bytes,
    });
    const [a, b] = await run(host, [A, B]);
    expect(a).toEqual(b);
  });

  it("is asked for anew when it is a week old, and again a week after that it is the same", async () => {
    const bytes = await plainPicture(90, 60, "red");
    let sent = 0;
    const host = await playHosts({
      "pictures.example/a.jpg": (request, response) => {
        if (request.headers["if-none-match"] === '"1"') return void response.writeHead(304).end();
        sent += 1;
        dated('"1"', bytes)(request, response);
      },
    });
    const [first] = await run(host, [A]);
    expect(await run(host, [A], 8)).toEqual([first]);
    expect(await run(host, [A], 14)).toEqual([first]);
    expect(await run(host, [A], 16)).toEqual([first]);
    expect(host.asked).toHaveLength(3);
    expect(sent).toBe(1);
  });

  it("is another one, under other names, where it changed", async () => {
    const pictures = [await plainPicture(90, 60, "red"), await plainPicture(90, 60, "blue")];
    const host = await playHosts({
      "pictures.example/a.jpg": (request, response) =>
        dated("x", pictures.shift() ?? Buffer.from(""))(request, response),
    });
    const [before] = await run(host, [A]);
    const [after] = await run(host, [A], 8);
    expect(after).toHaveLength(2);
    expect(after).not.toEqual(before);
  });

  it("stays the edition's own when its host lost it", async () => {
    const bytes = await plainPicture(90, 60, "red");
    let isThere = true;
    const host = await playHosts({
      "pictures.example/a.jpg": (request, response) => {
        if (isThere) dated('"1"', bytes)(request, response);
        else response.writeHead(410).end();
      },
    });
    const [first] = await run(host, [A]);
    isThere = false;
    expect(await run(host, [A], 8)).toEqual([first]);
    expect(await run(host, [A], 9)).toEqual([first]);
    expect(host.asked).toHaveLength(2);
  });

  it("that can't be had is asked for again after a day, one that is none after a week", async () => {
    const host = await playHosts({ "pictures.example/b.jpg": Buffer.from("no picture") });
    const words = ["its host answers 404", "it can't be read as a picture"];
    expect(await run(host, [A, B])).toEqual(words);
    expect(await run(host, [A, B], 0.9)).toEqual(words);
    expect(host.asked).toHaveLength(2);
    expect(await run(host, [A, B], 1.1)).toEqual(words);
    expect(host.asked.slice(2)).toEqual(["pictures.example/a.jpg"]);
    await run(host, [B], 7.1);
    expect(host.asked.slice(3)).toEqual(["pictures.example/b.jpg"]);
  });

  it("of a silent host is asked for again after an hour, but at once where no host answered", async () => {
    const host = await playHosts({
      "pictures.example/a.jpg": (request) => void request.socket.destroy(),
      "pictures.example/b.jpg": await plainPicture(90, 60, "red"),
    });
    const asksOfA = () => host.asked.filter((address) => address.endsWith("a.jpg")).length;
    await run(host, [A]);
    await run(host, [A]);
    expect(asksOfA()).toBe(2);
    await run(host, [A, B]);
    await run(host, [A]);
    expect(asksOfA()).toBe(3);
    await run(host, [A], 0.05);
    expect(asksOfA()).toBe(4);
  });

  it("is asked for when the cache is gone, or damaged", async () => {
    const host = await playHosts({ "pictures.example/a.jpg": await plainPicture(90, 60, "red") });
    const [first] = await run(host, [A]);
    for (const entry of readdirSync(cache, { recursive: true, withFileTypes: true })) {
      if (entry.isFile()) writeFileSync(join(entry.parentPath, entry.name), "damaged");
    }
    expect(await run(host, [A])).toEqual([first]);
    rmSync(cache, { recursive: true });
    expect(await run(host, [A])).toEqual([first]);
    expect(host.asked).toHaveLength(3);
  });

  it("stays where it is when the cache can't keep it, and nothing else comes of that", async () => {
    const host = await playHosts({ "pictures.example/a.jpg": await plainPicture(90, 60, "red") });
    writeFileSync(cache, "a file in its place");
    expect(await run(host, [A])).toEqual(["it can't be kept (ENOTDIR)"]);
  });

  it("leaves the cache when no run used it for long, and never while it is used", async () => {
    const host = await playHosts({
      "pictures.example/a.jpg": await plainPicture(90, 60, "red"),
      "pictures.example/b.jpg": await plainPicture(900, 600, "blue"),
    });
    const [a] = await run(host, [A, B]);
    const whole = bytesIn(cache);
    for (const days of [40, 80, 120]) await run(host, [A], days);
    expect(bytesIn(cache)).toBeLessThan(whole);
    expect(await run(host, [A], 121)).toEqual([a]);
  });
});

describe("a picture of the content folder", () => {
  it("gets the same sizes, and is told apart from one that can't be read", async () => {
    const folder = mkdtempSync(join(tmpdir(), "offprint-own-"));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    writeFileSync(join(folder, "a.jpg"), await plainPicture(900, 600, "red"));
    writeFileSync(join(folder, "b.jpg"), "no picture");
    const host = await playHosts({});
    const { dispatcher } = host;
    const pictures = new Pictures({ cache, now: new Date(START), dispatcher });
    const found = await pictures.fromFile(join(folder, "a.jpg"));
    expect(found).toMatchObject({
      width: 900,
      height: 600,
      sizes: [{ width: 800 }, { width: 900 }],
    });
    expect(await pictures.fromFile(join(folder, "b.jpg"))).toBe("it can't be read as a picture");
    expect(await pictures.fromFile(join(folder, "c.jpg"))).toBe("it can't be read");
    expect(pictures.count).toBe(1);
    expect(host.asked).toEqual([]);
  });
});
