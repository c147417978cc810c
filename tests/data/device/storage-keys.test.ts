import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

const ID = "0123456789abcdef0123";

async function keysAt(base: string | undefined) {
  if (base !== undefined) document.documentElement.dataset.base = base;
  return await import("#data/device/storage-keys.ts");
}

describe("the names in the browser's storage", () => {
  beforeEach(() => vi.resetModules());
  afterEach(() => {
    delete document.documentElement.dataset.base;
  });

  it("are bare for an edition at the root of its host", async () => {
    const { storageKey, storageHome } = await keysAt("/");
    expect(storageHome).toBe("offprint");
    expect(storageKey.record(ID)).toBe(`offprint:record:${ID}`);
    expect(storageKey.settings()).toBe("offprint:settings");
  });

  it("hold the base of an edition below it, so that two on one host keep what is theirs", async () => {
    const { storageKey, keyPrefix, storageHome, idInKey } = await keysAt("/news/");
    expect(storageHome).toBe("offprint@/news/");
    for (const key of [
      storageKey.record(ID),
      storageKey.body(ID, "0123456789abcdef"),
      storageKey.gone(ID),
      storageKey.read(ID),
      storageKey.position(ID),
      storageKey.settings(),
      storageKey.place("/"),
    ]) {
      expect(key.startsWith("offprint@/news/:")).toBe(true);
    }
    expect(idInKey(keyPrefix.record, storageKey.record(ID))).toBe(ID);
    expect(idInKey(keyPrefix.record, `offprint:record:${ID}`)).toBeNull();
  });
});
