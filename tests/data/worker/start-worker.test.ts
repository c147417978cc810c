import { afterEach, describe, expect, it, vi } from "vitest";
import { startWorker } from "#data/worker/start-worker.ts";
import { FakeContainer, FakeWorker } from "#tests/support/service-workers.ts";

const HOUR = 3_600_000;

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

/** Starts on a page, with a clock that the test moves. */
async function start(container: FakeContainer, base = "/news/") {
  let time = 0;
  await startWorker({ container: container.asContainer, base, now: () => time });
  const comeBackAfter = (milliseconds: number) => {
    time += milliseconds;
    document.dispatchEvent(new Event("visibilitychange"));
  };
  return { comeBackAfter };
}

describe("the service worker", () => {
  it("is registered below the edition's base", async () => {
    const container = new FakeContainer();
    await start(container);
    expect(container.registered).toEqual(["/news/sw.js"]);
  });

  it("is registered only when everything of the page is loaded", async () => {
    vi.spyOn(document, "readyState", "get").mockReturnValue("interactive");
    const container = new FakeContainer();
    const started = start(container);
    await Promise.resolve();
    expect(container.registered).toEqual([]);
    window.dispatchEvent(new Event("load"));
    await started;
    expect(container.registered).toEqual(["/news/sw.js"]);
  });

  it("that the browser refuses is told to who asked", async () => {
    const container = new FakeContainer();
    container.register = () => Promise.reject(new DOMException("denied", "SecurityError"));
    await expect(start(container)).rejects.toThrow("denied");
  });

  it("is told, when it takes over, which data the page has loaded without it", async () => {
    const at = (path: string) => ({ name: new URL(path, location.origin).href });
    const entries = [
      at("/news/data/manifest.json"),
      at("/news/assets/index-1.js"),
      at("/data/manifest.json"),
      { name: "https://elsewhere.example/news/data/a.json" },
    ];
    vi.stubGlobal("performance", { getEntriesByType: () => entries });
    const container = new FakeContainer();
    await start(container);
    const worker = container.takeOver();
    const urlsToCache = [at("/news/data/manifest.json").name];
    expect(worker.told).toEqual([{ type: "CACHE_URLS", payload: { urlsToCache } }]);
    expect(container.takeOver().told).toEqual([]);
  });

  it("that had the page from the start is told nothing", async () => {
    const container = new FakeContainer();
    container.controller = new FakeWorker();
    await start(container);
    expect(container.takeOver().told).toEqual([]);
  });
});

describe("a newer worker", () => {
  it("is looked for when the reader comes back to the page, once an hour at most", async () => {
    const container = new FakeContainer();
    const { comeBackAfter } = await start(container);
    const { registration } = container;
    comeBackAfter(HOUR - 1);
    expect(registration.updates).toBe(0);
    comeBackAfter(1);
    expect(registration.updates).toBe(1);
    comeBackAfter(HOUR - 1);
    expect(registration.updates).toBe(1);
    comeBackAfter(1);
    expect(registration.updates).toBe(2);
  });

  it("is not looked for by a page that is hidden", async () => {
    const container = new FakeContainer();
    const { comeBackAfter } = await start(container);
    vi.spyOn(document, "hidden", "get").mockReturnValue(true);
    comeBackAfter(2 * HOUR);
    expect(container.registration.updates).toBe(0);
  });

  it("that can't be looked for with the network off harms nothing", async () => {
    const container = new FakeContainer();
    container.registration.canUpdate = false;
    const { comeBackAfter } = await start(container);
    comeBackAfter(HOUR);
    expect(container.registration.updates).toBe(1);
  });
});
