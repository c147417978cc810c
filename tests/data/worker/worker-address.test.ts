import { describe, expect, it } from "vitest";
import { type ScriptPolicies, trustedTypesOf, workerAddress } from "#data/worker/worker-address.ts";

/** Trusted Types as a browser has them: what a rule throws on never becomes an address. */
function fakeTrustedTypes() {
  const made: string[] = [];
  const asked: ((address: string) => string)[] = [];
  const trustedTypes: ScriptPolicies = {
    createPolicy: (name, { createScriptURL }) => {
      made.push(name);
      asked.push(createScriptURL);
      return {
        createScriptURL: (address) => ({ toJSON: () => `trusted ${createScriptURL(address)}` }),
      };
    },
  };
  return { trustedTypes, made, asked };
}

describe("the address of the service worker", () => {
  it("is a plain text where the browser has no Trusted Types", () => {
    expect(workerAddress("/news/", null)).toBe("/news/sw.js");
  });

  it("comes from the one policy that the content security policy allows for it", () => {
    const { trustedTypes, made } = fakeTrustedTypes();
    expect(JSON.stringify(workerAddress("/news/", trustedTypes))).toBe('"trusted /news/sw.js"');
    expect(made).toEqual(["app-sw"]);
  });

  it.each([
    "/evil.js",
    "/sw.js",
    "/news/sw.js?x",
    "//evil.example/news/sw.js",
    "/news/../sw.js",
    "",
  ])("no other address passes that policy: “%s”", (address) => {
    const { trustedTypes, asked } = fakeTrustedTypes();
    workerAddress("/news/", trustedTypes);
    expect(() => asked[0]?.(address)).toThrow(/may not become a service worker/);
  });
});

describe("the browser's Trusted Types", () => {
  it("are none in a browser without", () => {
    expect(trustedTypesOf({})).toBeNull();
    expect(trustedTypesOf({ trustedTypes: null })).toBeNull();
    expect(trustedTypesOf({ trustedTypes: {} })).toBeNull();
  });

  it("are found where they are", () => {
    const { trustedTypes } = fakeTrustedTypes();
    expect(trustedTypesOf({ trustedTypes })).toBe(trustedTypes);
  });
});
