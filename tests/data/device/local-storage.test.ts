import { describe, expect, it } from "vitest";
import { isQuotaError, openStorage } from "#data/device/local-storage.ts";
import { FakeStorage } from "./fakes.ts";

const denied = () => {
  throw new DOMException("The operation is insecure.", "SecurityError");
};

describe("a browser's storage", () => {
  it("gives back what was written, and lists its keys by how they begin", () => {
    const storage = openStorage(() => new FakeStorage());
    expect(["a:1", "b:1", "a:2"].map((key) => storage.set(key, "value"))).toEqual(
      Array(3).fill("written"),
    );
    expect([storage.get("a:1"), storage.get("c")]).toEqual(["value", null]);
    expect(storage.keys("a:")).toEqual(["a:1", "a:2"]);
    storage.remove("a:1");
    expect(storage.keys("")).toEqual(["b:1", "a:2"]);
    expect(storage.isKept).toBe(true);
  });

  it("is gone through once for all that is looked for in one go, and anew after each change", async () => {
    const area = new FakeStorage();
    const storage = openStorage(() => area);
    for (const key of ["a:1", "b:1", "a:2"]) storage.set(key, "value");
    let looks = 0;
    const key = area.key.bind(area);
    area.key = (at) => {
      looks++;
      return key(at);
    };
    expect([storage.keys("a:"), storage.keys("b:")]).toEqual([["a:1", "a:2"], ["b:1"]]);
    expect(looks).toBe(3);
    storage.set("b:2", "value");
    expect(storage.keys("b:")).toEqual(["b:1", "b:2"]);
    storage.remove("b:1");
    expect(storage.keys("b:")).toEqual(["b:2"]);
    // What another tab does comes in between.
    await Promise.resolve();
    area.values.set("b:3", "value");
    expect(storage.keys("b:")).toEqual(["b:2", "b:3"]);
  });

  it("that is full says so, keeps the old value, and still removes", () => {
    const area = new FakeStorage();
    const storage = openStorage(() => area);
    storage.set("key", "old");
    area.quota = area.used();
    expect([storage.set("key", "newer"), storage.get("key")]).toEqual(["full", "old"]);
    storage.remove("key");
    expect(storage.get("key")).toBeNull();
  });

  it.each([
    ["throws when it is reached for", denied],
    ["is null", () => null],
    ["is not there", () => undefined],
    [
      "throws when it is counted",
      () => Object.defineProperty({}, "length", { get: denied }) as Storage,
    ],
  ])("that %s is made up for in memory, and says that nothing is kept (C39)", (_, reach) => {
    const storage = openStorage(reach);
    expect(storage.isKept).toBe(false);
    expect([storage.set("key", "value"), storage.get("key")]).toEqual(["written", "value"]);
    expect(storage.keys("k")).toEqual(["key"]);
    storage.remove("key");
    expect(storage.get("key")).toBeNull();
  });

  it("that is withdrawn while the page is open never throws", () => {
    const area = { length: 1, key: denied, getItem: denied, setItem: denied, removeItem: denied };
    const storage = openStorage(() => area);
    expect(storage.set("key", "value")).toBe("denied");
    expect([storage.get("key"), storage.keys("")]).toEqual([null, []]);
    expect(() => storage.remove("key")).not.toThrow();
  });

  it("that takes a value and forgets it has not written it", () => {
    const area = new FakeStorage();
    area.getItem = () => null;
    expect(openStorage(() => area).set("key", "value")).toBe("denied");
  });
});

it.each([
  ["by its name", new DOMException("", "QuotaExceededError"), true],
  ["by Firefox's old name", { name: "NS_ERROR_DOM_QUOTA_REACHED" }, true],
  ["by its code", { name: "Error", code: 22 }, true],
  ["by Firefox's old code", { name: "Error", code: 1014 }, true],
  ["not when access is denied", new DOMException("", "SecurityError"), false],
  ["not when it is no error", null, false],
])("a full disk is told %s", (_, error, isFull) => {
  expect(isQuotaError(error)).toBe(isFull);
});
