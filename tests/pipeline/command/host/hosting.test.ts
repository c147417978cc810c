import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { dataAddress } from "#model/address.ts";
import { headersFile, nginxConfiguration } from "#pipeline/command/host/hosting.ts";
import {
  cacheControl,
  IMMUTABLE,
  securityHeaders,
  styleSource,
} from "#pipeline/command/host/policy.ts";

const STYLES = ["p{}", "b{}"].map(styleSource);
const DIGEST = "0123456789abcdef";

describe("the files in hosting/", () => {
  it.each([
    ["hosting/nginx.conf", nginxConfiguration("/", STYLES)],
    ["hosting/_headers", headersFile("/", STYLES)],
  ])(
    "%s is what `npm run hosting` writes, but for the styles of the app's version",
    (file, text) => {
      const styles = /(?: 'sha256-[\w+/=]+'){2}/g;
      expect(readFileSync(file, "utf8").replace(styles, "")).toBe(text.replace(styles, ""));
      expect(readFileSync(file, "utf8").match(styles)).toHaveLength(1);
    },
  );
});

describe("the _headers file", () => {
  it("says every security header once, for all files below the base", () => {
    const [, common = ""] = headersFile("/news/", STYLES).split("\n/news/*\n");
    for (const [name, value] of securityHeaders("https", STYLES)) {
      expect(common).toContain(`  ${name}: ${value}\n`);
    }
  });

  it("gives no file two values of Cache-Control, which hosts would join", () => {
    const rules = cacheRules(headersFile("/news/", STYLES));
    for (const address of [
      "",
      "index.html",
      "sw.js",
      "assets/index-Ck1yYBK1.js",
      ...Object.values(dataAddress).map((make) => make(DIGEST, DIGEST)),
    ]) {
      const path = `/news/${address}`.replace(/\?.*/, "");
      const matching = rules.filter(([pattern]) => matches(pattern, path));
      expect(matching.length, path).toBeLessThanOrEqual(1);
      // A rule can't see the digest in a query, so articles are asked for anew.
      const wanted = cacheControl(address.replace(/\?.*/, ""));
      if (wanted === IMMUTABLE || matching[0]) expect(matching[0]?.[1], path).toBe(wanted);
    }
  });
});

function cacheRules(text: string): [pattern: string, value: string][] {
  return text.split(/\n(?=\/)/).flatMap((block): [string, string][] => {
    const value = /^ {2}Cache-Control: (.*)$/m.exec(block)?.[1];
    return value ? [[block.split("\n")[0] ?? "", value]] : [];
  });
}

function matches(pattern: string, path: string): boolean {
  return pattern.endsWith("*") ? path.startsWith(pattern.slice(0, -1)) : path === pattern;
}
