import { describe, expect, it } from "vitest";
import { readStorageFacts, removesUnvisited } from "#data/device/storage-facts.ts";

describe("what the browser says of its storage", () => {
  it("is told as it is", async () => {
    const keeper = {
      estimate: async () => ({ usage: 5, quota: 100 }),
      persisted: async () => false,
    };
    expect(await readStorageFacts(keeper)).toEqual({ used: 5, quota: 100, isPersisted: false });
  });

  it("is nothing where it has nothing to say, or refuses", async () => {
    const nothing = { used: null, quota: null, isPersisted: null };
    const refuse = () => Promise.reject(new DOMException("denied", "SecurityError"));
    expect(await readStorageFacts({})).toEqual(nothing);
    expect(await readStorageFacts({ estimate: refuse, persisted: refuse })).toEqual(nothing);
    expect(await readStorageFacts({ estimate: async () => ({}) })).toEqual(nothing);
  });
});

const SAFARI =
  "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.1 Safari/605.1.15";

it.each([
  ["Safari", SAFARI, false, true],
  ["Safari, installed", SAFARI, true, false],
  [
    "Chrome on an iPhone, which is Safari's engine",
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/143.0 Mobile/15E148 Safari/604.1",
    false,
    true,
  ],
  [
    "Chrome",
    "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/143.0.0.0 Safari/537.36",
    false,
    false,
  ],
  [
    "Firefox",
    "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0",
    false,
    false,
  ],
])("%s removes what was not visited for seven days: %s", (_, userAgent, isInstalled, removes) => {
  expect(removesUnvisited({ userAgent }, () => isInstalled)).toBe(removes);
});
