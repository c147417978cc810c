import { beforeEach, describe, expect, it } from "vitest";
import { keepStories, type Progress } from "#data/offline/keep-stories.ts";
import { readKept } from "#data/offline/kept-shelf.ts";
import type { KeepPlan } from "#model/keep-offline.ts";
import { idOf } from "../device/fakes.ts";
import { addressOf, FakeHost, pictureOf } from "./fake-host.ts";

let host: FakeHost;
let told: Progress[];
let stop: AbortController;

beforeEach(() => {
  host = new FakeHost();
  told = [];
  stop = new AbortController();
});

type Doors = Parameters<typeof keepStories>[2];

function keep(stories: KeepPlan["stories"], most = 1_000_000, doors: Partial<Doors> = {}) {
  const plan = { stories, textBytes: 0, pictureBytes: 0, left: 0 };
  return keepStories(plan, most, {
    cache: host.cache,
    fetch: host.fetch,
    base: "/",
    signal: stop.signal,
    mayGoOn: async () => undefined,
    onProgress: (progress) => told.push(progress),
    ...doors,
  });
}

const keptNow = () => [...host.kept.keys()].map((address) => address.slice(1)).sort();

describe("keeping stories", () => {
  it("brings their texts and pictures, each once, and tells how far it is", async () => {
    const stories = [host.publish(1, [1, 2]), host.publish(2, [2]), host.publish(3)];
    expect(await keep(stories)).toEqual({ end: "done", missing: 0 });
    expect(keptNow()).toEqual(
      [addressOf(1), addressOf(2), addressOf(3), pictureOf(1), pictureOf(2)].sort(),
    );
    expect(host.asked.filter((each) => each.endsWith("map.png")).length).toBeLessThanOrEqual(3);
    expect(told.map(({ stories }) => stories)).toEqual([1, 2, 3]);
    expect(told.at(-1)?.bytes).toBe(stories.reduce((sum, { bytes }) => sum + bytes, 0));
    const kept = await readKept(host.cache, "/");
    expect([...kept.ids].sort()).toEqual([idOf(1), idOf(2), idOf(3)]);
    expect(kept.bytes).toBe(host.bytes);
  });

  it("asks for nothing that is here already", async () => {
    const stories = [host.publish(1, [1]), host.publish(2)];
    await keep(stories);
    host.asked.length = 0;
    expect(await keep(stories)).toEqual({ end: "done", missing: 0 });
    expect(host.asked).toEqual([]);
  });

  it("lets go of what is not wanted any more, when all that is wanted is here", async () => {
    await keep([host.publish(1, [1]), host.publish(2, [2])]);
    await keep([host.publish(2, [2]), host.publish(3)]);
    expect(keptNow()).toEqual([addressOf(2), addressOf(3), pictureOf(2)].sort());
  });

  it("never keeps more than was allowed, not for a moment", async () => {
    const stories = [1, 2, 3].map((number) => host.publish(number, [number]));
    const most = stories.reduce((sum, { bytes }) => sum + bytes, 0);
    await keep(stories, most);
    let highest = 0;
    const cache = { ...host.cache };
    cache.put = async (...put) => {
      await host.cache.put(...put);
      highest = Math.max(highest, host.bytes);
    };
    const others = [4, 5, 6].map((number) => host.publish(number, [number]));
    expect(await keep(others, most, { cache })).toEqual({ end: "done", missing: 0 });
    expect(highest).toBeGreaterThan(0);
    expect(highest).toBeLessThanOrEqual(most);
    expect((await readKept(host.cache, "/")).ids).toEqual(new Set([idOf(4), idOf(5), idOf(6)]));
  });

  it("keeps nothing beyond that either where the edition said less than there is", async () => {
    const stories = [host.publish(1), host.publish(2, [2])];
    const most = stories.reduce((sum, { bytes }) => sum + bytes, 0);
    host.files.set(`/${pictureOf(2)}`, { body: "x".repeat(2 * most), type: "image/png" });
    expect(await keep(stories, most)).toEqual({ end: "done", missing: 1 });
    expect(keptNow()).toEqual([addressOf(1), addressOf(2)].sort());
  });

  it("counts what is not there, and keeps the others", async () => {
    const stories = [host.publish(1), host.publish(2, [2]), host.publish(3)];
    host.files.delete(`/${addressOf(1)}`);
    host.files.set(`/${pictureOf(2)}`, { body: "<p>log in</p>", type: "text/html" });
    expect(await keep(stories)).toEqual({ end: "done", missing: 2 });
    expect(keptNow()).toEqual([addressOf(2), addressOf(3)].sort());
    host.publish(2, [2]);
    expect(await keep(stories)).toEqual({ end: "done", missing: 1 });
    expect(keptNow()).toContain(pictureOf(2));
  });

  it("takes no other text for the one that was meant", async () => {
    const story = host.publish(1);
    host.publish(1, [], { digest: "ffffffffffffffff" });
    expect(await keep([story])).toEqual({ end: "done", missing: 1 });
    expect(keptNow()).toEqual([]);
  });

  it("stops where the network goes, keeps what came, and goes on from there", async () => {
    const stories = [1, 2, 3, 4, 5, 6].map((number) => host.publish(number));
    const fetch: Doors["fetch"] = async (address) => {
      if (host.asked.length >= 3) host.isOnline = false;
      return host.fetch(address);
    };
    expect(await keep(stories, 1_000_000, { fetch })).toMatchObject({ end: "offline" });
    expect(keptNow()).toHaveLength(3);
    host.isOnline = true;
    expect(await keep(stories)).toEqual({ end: "done", missing: 0 });
    expect(keptNow()).toHaveLength(6);
    expect(host.asked.filter((each) => each === `/${addressOf(1)}`)).toHaveLength(1);
  });

  it("stops where the device is full, after what is not wanted has gone", async () => {
    await keep([host.publish(9, [9])]);
    const stories = [host.publish(1), host.publish(2), host.publish(3)];
    host.quota = stories.slice(0, 2).reduce((sum, { bytes }) => sum + bytes, 0);
    expect(await keep(stories)).toMatchObject({ end: "full" });
    expect(keptNow()).toEqual([addressOf(1), addressOf(2)].sort());
  });

  it("waits while it is paused", async () => {
    const stories = [1, 2, 3, 4, 5].map((number) => host.publish(number));
    let goOn = () => {};
    const opened = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    const keeping = keep(stories, 1_000_000, { mayGoOn: () => opened });
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(host.asked).toEqual([]);
    goOn();
    expect(await keeping).toEqual({ end: "done", missing: 0 });
  });

  it("takes away what it has brought where it is cancelled, and nothing else", async () => {
    await keep([host.publish(1, [1])]);
    const stories = [host.publish(1, [1]), host.publish(2, [2]), host.publish(3), host.publish(4)];
    const onProgress = ({ stories: done }: Progress) => {
      if (done === 3) stop.abort();
    };
    expect(await keep(stories, 1_000_000, { onProgress })).toMatchObject({ end: "cancelled" });
    expect(keptNow()).toEqual([addressOf(1), pictureOf(1)].sort());
  });

  it("fetches a text anew that can't be read any more", async () => {
    const story = host.publish(1);
    await keep([story]);
    const place = `/${addressOf(1)}`;
    const headers = new Headers({ "Content-Length": "4" });
    host.kept.set(place, { body: new TextEncoder().encode('{"v"').buffer, headers });
    expect(await keep([story])).toEqual({ end: "done", missing: 0 });
    expect(host.kept.get(place)?.body.byteLength).toBeGreaterThan(50);
  });
});
