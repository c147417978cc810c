import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { editionHandler } from "#pipeline/command/host/edition-handler.ts";
import { type LocalServer, listenLocally } from "#pipeline/command/host/listen.ts";
import { FILE_POLICY, IMMUTABLE, securityHeaders } from "#pipeline/command/host/policy.ts";

const FILES = {
  "index.html": "<title>front</title>",
  "404.html": "<title>not there</title>",
  "settings/index.html": "<title>settings</title>",
  "article/01/23456789abcdef0123/index.html": "<title>article</title>",
  "data/manifest.json": "{}",
  "data/articles/01/0123456789abcdef0123.json": "{}",
  "data/head/0123456789abcdef.json": "{}",
  "data/files/01/0123456789abcdef/map.svg": "<svg/>",
  "assets/index-Ck1yYBK1.js": "0",
  ".offprint/files.gz": "ours alone",
};

const edition = mkdtempSync(join(tmpdir(), "offprint-handler-"));
let server: LocalServer;

beforeAll(async () => {
  for (const [path, text] of Object.entries(FILES)) {
    mkdirSync(dirname(join(edition, path)), { recursive: true });
    writeFileSync(join(edition, path), text);
  }
  writeFileSync(join(dirname(edition), "offprint-handler-secret"), "secret");
  server = await listenLocally(editionHandler(edition, "/news/"), 24_173);
});
afterAll(async () => {
  await server.close();
  rmSync(edition, { recursive: true });
  rmSync(join(dirname(edition), "offprint-handler-secret"));
});

type Answer = { status?: number; type?: string; kept?: string; text: string };

/** Asks without mending the address, as no browser would. */
function ask(
  path: string,
  method = "GET",
  headers: Record<string, string> = {},
): Promise<Answer & { headers: Record<string, unknown> }> {
  return new Promise((resolve, reject) => {
    request({ port: server.port, host: "127.0.0.1", path, method, headers }, (response) => {
      let text = "";
      response.setEncoding("utf8").on("data", (part: string) => {
        text += part;
      });
      response.on("end", () => {
        const { statusCode: status, headers } = response;
        const type = headers["content-type"]?.replace(/;.*/, "");
        const kept = headers["cache-control"];
        resolve({
          headers,
          text,
          ...(status && { status }),
          ...(type && { type }),
          ...(kept && { kept }),
        });
      });
    })
      .on("error", reject)
      .end();
  });
}

describe("a served edition", () => {
  it.each([
    ["/news/", 200, "text/html", "no-cache", "front"],
    ["/news/?tag=salt", 200, "text/html", "no-cache", "front"],
    ["/news/settings", 200, "text/html", "no-cache", "settings"],
    ["/news/settings/", 200, "text/html", "no-cache", "settings"],
    ["/news/article/01/23456789abcdef0123/", 200, "text/html", "no-cache", "article"],
    ["/news/saved/0123456789abcdef0123", 404, "text/html", "no-store", "not there"],
    ["/news/article/no/such/", 404, "text/html", "no-store", "not there"],
    ["/news/nothing", 404, "text/html", "no-store", "not there"],
    ["/news/assets/index-Ck1yYBK1.js", 200, "text/javascript", IMMUTABLE, "0"],
    ["/news/assets/gone-Ck1yYBK1.js", 404, "text/plain", "no-store", "no such file"],
    ["/news/data/manifest.json", 200, "application/json", "no-cache", "{}"],
    ["/news/data/head/0123456789abcdef.json", 200, "application/json", IMMUTABLE, "{}"],
    ["/news/data/head/gone.json", 404, "text/plain", "no-store", "no such file"],
    ["/news/data/articles/01/0123456789abcdef0123.json", 200, "application/json", "no-cache", "{}"],
    [
      "/news/data/articles/01/0123456789abcdef0123.json?v=0123456789abcdef",
      200,
      "application/json",
      IMMUTABLE,
      "{}",
    ],
    ["/news/gone.png", 404, "text/plain", "no-store", "no such file"],
    ["/news/.offprint/files.gz", 404, "text/plain", "no-store", "nothing here"],
    ["/news/%2eoffprint/files.gz", 404, "text/plain", "no-store", "nothing here"],
    ["/news/data/../../offprint-handler-secret", 404, "text/plain", "no-store", "nothing here"],
    ["/news/%2e%2e/offprint-handler-secret", 404, "text/plain", "no-store", "nothing here"],
    ["/news/..%2foffprint-handler-secret", 404, "text/plain", "no-store", "nothing here"],
    ["/news/..%5coffprint-handler-secret", 404, "text/plain", "no-store", "nothing here"],
    ["/news/%E0%A4%A", 404, "text/plain", "no-store", "nothing here"],
    ["/news/%00", 404, "text/html", "no-store", "not there"],
    ["/other/", 404, "text/plain", "no-store", "The edition is at /news/"],
  ])("answers %s with %i", async (path, status, type, kept, words) => {
    const answer = await ask(path);
    expect(answer).toMatchObject({ status, type, kept });
    expect(answer.text).toContain(words);
  });

  it.each(["/", "/news"])("leads from %s to its base", async (path) => {
    expect(await ask(path)).toMatchObject({ status: 302, headers: { location: "/news/" } });
  });

  it.each(["/news/", "/news/data/gone.json", "/news/nothing", "/news/assets/index-Ck1yYBK1.js"])(
    "sends every security header with %s",
    async (path) => {
      const { headers } = await ask(path);
      for (const [name, value] of securityHeaders("plain", [])) {
        expect(headers[name.toLowerCase()], name).toBe(value);
      }
    },
  );

  it("lets a file that came with an article run nothing", async () => {
    const { headers } = await ask("/news/data/files/01/0123456789abcdef/map.svg");
    expect(headers["content-security-policy"]).toBe(FILE_POLICY);
    expect(headers["content-type"]).toBe("image/svg+xml");
  });

  it("refuses to be written to", async () => {
    expect(await ask("/news/", "POST")).toMatchObject({
      status: 405,
      headers: { allow: "GET, HEAD" },
    });
  });

  it.each(["/news/", "/news/nothing"])("answers HEAD for %s without a body", async (path) => {
    expect((await ask(path, "HEAD")).text).toBe("");
  });

  it("says that nothing changed to who has it already", async () => {
    const first = await fetch(`http://127.0.0.1:${server.port}/news/data/manifest.json`);
    const etag = first.headers.get("etag") ?? "";
    const again = await fetch(first.url, { headers: { "If-None-Match": etag } });
    expect(again.status).toBe(304);
  });
});

describe("listening", () => {
  it.each([
    ["localhost", 200],
    ["LOCALHOST:4173", 200],
    ["news.localhost:4173", 200],
    ["127.0.0.1:4173", 200],
    ["[::1]:4173", 200],
    ["evil.example", 403],
    ["evil.example:4173", 403],
    ["localhost.evil.example", 403],
  ])("answers who asks for “%s” with %i", async (host, status) => {
    expect((await ask("/news/", "GET", { host })).status).toBe(status);
  });

  it("takes the next free port where the wished one is taken, on either address", async () => {
    const second = await listenLocally(() => {}, server.port);
    expect(second.port).toBeGreaterThan(server.port);
    await second.close();
  });
});
