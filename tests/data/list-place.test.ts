import { afterEach, describe, expect, it, vi } from "vitest";
import { storageKey } from "#data/device/storage-keys.ts";
import { readPlace, writePlace } from "#data/list-place.ts";

afterEach(() => {
  sessionStorage.clear();
});

describe("where the reader stood in a list", () => {
  it("is known again for that list, and for no other", () => {
    writePlace("?tag=ice", { index: 12, offset: 40 });
    writePlace("", { index: 3, offset: 0 });
    expect(readPlace("?tag=ice")).toEqual({ index: 12, offset: 40 });
    expect(readPlace("?tag=owls")).toBeNull();
  });

  it("is kept for as long as the tab lives, and not on the device", () => {
    writePlace("", { index: 3, offset: 0 });
    expect(sessionStorage.getItem(storageKey.place(""))).not.toBeNull();
    expect(localStorage).toHaveLength(0);
  });

  it.each(["half a pla", "{}", '{"index":-3,"offset":0}'])(
    "is not known where %j is stored of it",
    (text) => {
      sessionStorage.setItem(storageKey.place(""), text);
      expect(readPlace("")).toBeNull();
    },
  );

  it("is no reason to complain where nothing may be stored", () => {
    const full = vi.spyOn(Storage.prototype, "setItem").mockImplementation(() => {
      throw new DOMException("full", "QuotaExceededError");
    });
    expect(() => writePlace("", { index: 3, offset: 0 })).not.toThrow();
    expect(readPlace("")).toBeNull();
    full.mockRestore();
  });
});
