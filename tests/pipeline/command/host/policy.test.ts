import { describe, expect, it } from "vitest";
import { dataAddress } from "#model/address.ts";
import {
  cacheControl,
  IMMUTABLE,
  metaPolicy,
  REVALIDATE,
  securityHeaders,
  styleSource,
  stylesIn,
} from "#pipeline/command/host/policy.ts";

const ID = "0123456789abcdef0123";
const STYLE = styleSource("p{}");
const DIGEST = "0123456789abcdef";

describe("the content security policy", () => {
  const policy = (scheme: "https" | "plain") =>
    securityHeaders(scheme, []).find(([name]) => name === "Content-Security-Policy")?.[1];

  it("is the one that was measured", () => {
    expect(policy("https")).toBe(
      "default-src 'none'; script-src 'self'; script-src-attr 'none'; style-src 'self'; style-src-attr 'none'; img-src 'self' https: data:; media-src 'self' https:; font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; frame-src 'none'; child-src 'none'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; upgrade-insecure-requests; require-trusted-types-for 'script'; trusted-types dompurify app-sw",
    );
  });

  it("does not turn requests to https where the server speaks http only", () => {
    expect(policy("plain")).not.toContain("upgrade-insecure-requests");
    expect(policy("plain")).toContain("frame-ancestors 'none'");
    expect(securityHeaders("plain", []).map(([name]) => name)).not.toContain(
      "Strict-Transport-Security",
    );
  });

  it("leaves out of a document what has no effect or does harm there", () => {
    expect(metaPolicy([])).not.toMatch(/frame-ancestors|upgrade-insecure-requests/);
    expect(metaPolicy([])).toContain("require-trusted-types-for 'script'");
  });

  it("names the styles that documents have by their digests, and can be read again", () => {
    const policy = metaPolicy([STYLE, styleSource("b{}")]);
    expect(STYLE).toBe("'sha256-gG2yISYereRMiG2lMXrbiUgi0Ubw9p7QCeWcroOvy9Y='");
    expect(policy).toContain(`; style-src 'self' ${STYLE} ${styleSource("b{}")}; style-src-attr`);
    expect(stylesIn(policy)).toEqual([STYLE, styleSource("b{}")]);
    expect(stylesIn(metaPolicy([]))).toEqual([]);
    expect(policy).not.toContain("unsafe");
  });

  it("fits into the line of a host's header file", () => {
    for (const [name, value] of securityHeaders("https", [STYLE, STYLE])) {
      expect(`${name}: ${value}`.length).toBeLessThan(2000);
    }
  });
});

describe("how long a file may be kept", () => {
  const cases: [address: string, expected: string][] = [
    ["", REVALIDATE],
    ["index.html", REVALIDATE],
    ["sw.js", REVALIDATE],
    ["article/01/23456789abcdef0123/", REVALIDATE],
    [dataAddress.manifest(), REVALIDATE],
    [dataAddress.feed(), REVALIDATE],
    [dataAddress.article(ID), REVALIDATE],
    [`${dataAddress.article(ID)}?v=latest`, REVALIDATE],
    [dataAddress.article(ID, DIGEST), IMMUTABLE],
    [dataAddress.head(DIGEST), IMMUTABLE],
    [dataAddress.schedule(DIGEST), IMMUTABLE],
    [dataAddress.month("2026-01", DIGEST), IMMUTABLE],
    [dataAddress.rows("2026-01", DIGEST), IMMUTABLE],
    [dataAddress.sizes("2026-01", DIGEST), IMMUTABLE],
    [dataAddress.directory(DIGEST), IMMUTABLE],
    [dataAddress.directoryPage(DIGEST), IMMUTABLE],
    [dataAddress.expiries(DIGEST), IMMUTABLE],
    [dataAddress.term(DIGEST), IMMUTABLE],
    [dataAddress.resource(DIGEST, "map.svg"), IMMUTABLE],
    ["assets/index-Ck1yYBK1.js", IMMUTABLE],
  ];
  it.each(cases)("%s: %s", (address, expected) => {
    expect(cacheControl(address)).toBe(expected);
  });

  it("was decided for every kind of data file", () => {
    const decided = new Set(cases.map(([address]) => address.split(/[/?.]/).slice(0, 2).join("/")));
    const made = Object.values(dataAddress).map((make) => make(DIGEST, DIGEST));
    for (const address of made) {
      expect([...decided]).toContain(address.split(/[/?.]/).slice(0, 2).join("/"));
    }
  });
});
