import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { dataAddress } from "#model/address.ts";
import { parseManifest } from "#model/edition.ts";
import { IMMUTABLE, securityHeaders, stylesIn } from "#pipeline/command/host/policy.ts";
import { HOME } from "#tests/support/command.ts";

const NGINX = ["/usr/sbin/nginx", "/usr/local/bin/nginx", "/opt/homebrew/bin/nginx"].find(
  existsSync,
);
if (!NGINX) {
  console.log(
    "hosting/nginx.conf was not tried: nginx is not installed (Debian: apt-get install nginx).",
  );
}

/** The style elements of the edition's documents, as its own policy names them. */
const STYLES = stylesIn(readFileSync(join(inject("sample"), "app.html"), "utf8"));

/** The configuration of the repository, changed at its ADAPT lines and where it names the app's styles. */
function adapted(port: number, root: string): string {
  const lines = readFileSync(join(HOME, "hosting/nginx.conf"), "utf8")
    .replace(/'sha256-[^;]+'/, STYLES.join(" "))
    .split("\n");
  const kept = lines.filter((line) => !line.includes("# ADAPT"));
  const own = `listen 127.0.0.1:${port};\nroot ${root};`;
  return kept.join("\n").replace("server {\n", `server {\n${own}\n`);
}

describe.runIf(NGINX)("the nginx configuration", () => {
  const home = mkdtempSync(join(tmpdir(), "offprint-nginx-"));
  let nginx: ChildProcess;
  let origin = "";
  let asset = "";
  let article = "";

  beforeAll(async () => {
    const port = await freePort();
    origin = `http://127.0.0.1:${port}`;
    const root = join(home, "site");
    spawnSync("cp", ["-r", inject("sample"), root]);
    symlinkSync("/etc/passwd", join(root, "planted.txt"));
    writeFileSync(
      join(home, "nginx.conf"),
      `daemon off; master_process off; pid ${home}/pid; error_log ${home}/error.log;
events {}
http {
  access_log off; client_body_temp_path ${home}; proxy_temp_path ${home};
  fastcgi_temp_path ${home}; uwsgi_temp_path ${home}; scgi_temp_path ${home};
  ${adapted(port, root)}
}`,
    );
    mkdirSync(join(home, "logs"), { recursive: true });
    nginx = spawn(NGINX ?? "", ["-c", join(home, "nginx.conf"), "-p", home], { stdio: "inherit" });
    process.once("exit", () => nginx.kill("SIGKILL"));
    await until(async () => (await fetch(origin)).ok);
    const index = readFileSync(join(root, "index.html"), "utf8");
    asset = /src="(\/assets\/[^"]+\.js)"/.exec(index)?.[1] ?? "";
    const manifest = readFileSync(join(root, dataAddress.manifest()), "utf8");
    const head = dataAddress.head(parseManifest(JSON.parse(manifest)).head);
    article = JSON.parse(readFileSync(join(root, head), "utf8")).newest[0].id;
  });
  afterAll(async () => {
    nginx.kill();
    await once(nginx, "close");
    rmSync(home, { recursive: true });
  });

  it.each([
    ["the front page", () => "/", 200, "text/html", "no-cache"],
    ["a filter", () => "/?tag=sea", 200, "text/html", "no-cache"],
    [
      "an article",
      () => `/article/${article.slice(0, 2)}/${article.slice(2)}/`,
      200,
      "text/html",
      "no-cache",
    ],
    ["a missing article", () => "/article/no/such/", 404, "text/html", "no-store"],
    ["settings", () => "/settings", 200, "text/html", "no-cache"],
    ["a saved article", () => "/saved/?story=0123456789abcdef0123", 200, "text/html", "no-cache"],
    ["an asset", () => asset, 200, "text/javascript", IMMUTABLE],
    ["a missing asset", () => "/assets/gone-Ck1yYBK1.js", 404, "text/html", "no-store"],
    ["the manifest", () => "/data/manifest.json", 200, "application/json", "no-cache"],
    ["a missing data file", () => "/data/head/0123456789abcdef.json", 404, "text/html", "no-store"],
    [
      "an article's file",
      () => `/data/articles/${article.slice(0, 2)}/${article}.json`,
      200,
      "application/json",
      "no-cache",
    ],
    [
      "an article's file by its digest",
      () => `/data/articles/${article.slice(0, 2)}/${article}.json?v=0123456789abcdef`,
      200,
      "application/json",
      IMMUTABLE,
    ],
    [
      "the web app's manifest",
      () => "/app.webmanifest",
      200,
      "application/manifest+json",
      "no-cache",
    ],
    ["the service worker", () => "/sw.js", 200, "text/javascript", "no-cache"],
    ["what the pipeline keeps", () => "/.offprint/files.gz", 404, "text/html", "no-store"],
    ["a planted link", () => "/planted.txt", 404, "text/html", "no-store"],
  ])("answers %s", async (_, path, status, type, kept) => {
    const answer = await fetch(origin + path());
    await answer.text();
    expect([
      answer.status,
      answer.headers.get("content-type")?.replace(/;.*/, ""),
      answer.headers.get("cache-control"),
    ]).toEqual([status, type, kept]);
    for (const [name, value] of securityHeaders("https", STYLES)) {
      expect(answer.headers.get(name), name).toBe(value);
    }
  });

  it("answers what is missing below assets and data without a page", async () => {
    for (const path of ["/assets/gone.js", "/data/gone.json"]) {
      expect(await (await fetch(origin + path)).text()).not.toContain('id="root"');
    }
  });

  it.each(["/%2e%2e/nginx.conf", "/data/%2e%2e/%2e%2e/nginx.conf", "/..%2fnginx.conf"])(
    "gives nothing from outside of its folder at %s",
    async (path) => {
      // As it is written: `fetch` would mend the address.
      const socket = connect(Number(new URL(origin).port), "127.0.0.1");
      socket.end(`GET ${path} HTTP/1.0\r\n\r\n`);
      let answer = "";
      for await (const part of socket) answer += String(part);
      expect(answer).toMatch(/^HTTP\/1\.1 40[04] /);
      expect(answer).not.toContain("daemon off");
    },
  );

  it("refuses to be written to", async () => {
    expect((await fetch(origin, { method: "POST" })).status).toBe(405);
  });
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  return typeof address === "object" && address ? address.port : 0;
}

async function until(isReady: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    if (await isReady().catch(() => false)) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error("nginx did not start.");
}
