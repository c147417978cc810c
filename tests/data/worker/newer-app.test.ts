import { expect, it } from "vitest";
import { openStorage } from "#data/device/local-storage.ts";
import { leaveForNewer } from "#data/worker/newer-app.ts";
import { FakeStorage } from "../device/fakes.ts";

const SCRIPT = "index-AAAA.js";
const shellOf = (script: string) =>
  `<!doctype html><html data-base="/"><script type="module" src="/assets/${script}"></script>`;

/** Tries to leave a version, in a tab that remembers what it did; gives how often the page was loaded anew. */
function tab(disk: FakeStorage | null = new FakeStorage()) {
  let reloads = 0;
  const storage = openStorage(() => disk);
  return async (readShell: () => Promise<string>, script: string | undefined = SCRIPT) => {
    const reload = () => {
      reloads += 1;
    };
    await leaveForNewer({ readShell, script, storage, reload });
    return reloads;
  };
}

it("an app that was published anew is loaded", async () => {
  expect(await tab()(async () => shellOf("index-BBBB.js"))).toBe(1);
});

it("each version is left once, whatever the host goes on answering", async () => {
  const leave = tab();
  expect(await leave(async () => shellOf("index-BBBB.js"))).toBe(1);
  expect(await leave(async () => shellOf("index-BBBB.js"))).toBe(1);
  expect(await leave(async () => shellOf("index-CCCC.js"), "index-BBBB.js")).toBe(2);
});

it.each<[string, () => Promise<string>]>([
  ["has the same version", async () => shellOf(SCRIPT)],
  ["does not answer", () => Promise.reject(new TypeError("network gone"))],
  ["answers with nothing", async () => ""],
  [
    "answers with a page of somebody else's",
    async () => "<p>Log in to this network</p><script></script>",
  ],
])("the page stays where the host %s", async (_, readShell) => {
  expect(await tab()(readShell)).toBe(0);
});

it("the page stays where the tab can't remember that it left", async () => {
  const full = new FakeStorage();
  full.quota = 0;
  expect(await tab(full)(async () => shellOf("index-BBBB.js"))).toBe(0);
  expect(await tab(null)(async () => shellOf("index-BBBB.js"))).toBe(0);
});
