import { createReadStream, readFileSync, statSync } from "node:fs";
import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type ServerResponse,
} from "node:http";
import { extname, join } from "node:path";
import { Readable } from "node:stream";
import { createGzip } from "node:zlib";
import { appAddress } from "#model/address.ts";
import { cacheControl, securityHeaders, stylesIn } from "#pipeline/command/host/policy.ts";
import { Wire } from "./wire.ts";

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".webmanifest": "application/manifest+json",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".woff2": "font/woff2",
};
const PACKED = [".html", ".js", ".css", ".json", ".svg", ".webmanifest"];

/** As most hosts have it: nginx takes 1 by default, CDNs 5 or 6. */
const GZIP_LEVEL = 6;

export type EditionServer = {
  readonly url: string;
  /** What it sends. */
  readonly wire: Wire;
  readonly stop: () => Promise<void>;
};

/**
 * Serves an edition at `/` as a host would: with the policy's headers, what may be kept, tags to ask anew by, and gzip.
 *
 * @param isPlain documents are served without what they show before the app runs.
 */
export async function serveEdition(
  folder: string,
  { isPlain = false }: { isPlain?: boolean } = {},
): Promise<EditionServer> {
  const wire = new Wire();
  const answer = handlerOf(folder, isPlain);
  const server = createServer((request, response) => {
    watch(wire, request, response);
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (typeof address !== "object" || address === null) throw new Error("The server has no port.");
  return {
    url: `http://127.0.0.1:${address.port}/`,
    wire,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Notes an answer when it has been sent; one connection carries one answer at a time. */
function watch(wire: Wire, request: IncomingMessage, response: ServerResponse): void {
  const { socket } = request;
  const before = socket.bytesWritten;
  let body = 0;
  response.on("pipe", (source) => {
    source.on("data", (chunk: Uint8Array) => {
      body += chunk.length;
    });
  });
  wire.begin();
  response.on("close", () => {
    if (!response.writableFinished) return wire.end();
    const purpose = String(request.headers["sec-fetch-dest"] ?? "");
    const headers = socket.bytesWritten - before - body;
    wire.end({ path: pathOf(request), purpose, status: response.statusCode, body, headers });
  });
}

/** The path below the base. */
function pathOf({ url = "/" }: IncomingMessage): string {
  return decodeURIComponent(url.slice(1).replace(/\?.*$/, ""));
}

function handlerOf(folder: string, isPlain: boolean): RequestListener {
  const styles = stylesIn(readFileSync(join(folder, appAddress.shell()), "utf8"));
  return (request, response) => {
    const path = pathOf(request);
    const found = fileAt(folder, path);
    if (found === undefined) {
      response.writeHead(404, { "Content-Type": "text/plain" }).end("There is nothing here.\n");
      return;
    }
    const { mtimeMs, size } = statSync(found);
    const etag = `W/"${size.toString(36)}-${Math.round(mtimeMs).toString(36)}"`;
    for (const [name, value] of securityHeaders("plain", styles)) response.setHeader(name, value);
    response.setHeader("Cache-Control", cacheControl((request.url ?? "/").slice(1)));
    response.setHeader("ETag", etag);
    if (request.headers["if-none-match"] === etag) {
      response.writeHead(304).end();
      return;
    }
    sendBody(response, found, isPlain);
  };
}

function sendBody(response: ServerResponse, file: string, isPlain: boolean): void {
  const type = extname(file);
  response.setHeader("Content-Type", TYPES[type] ?? "application/octet-stream");
  const body =
    isPlain && type === ".html"
      ? Readable.from([withoutContent(readFileSync(file, "utf8"))])
      : createReadStream(file);
  if (PACKED.includes(type)) {
    response.setHeader("Content-Encoding", "gzip");
    body.pipe(createGzip({ level: GZIP_LEVEL })).pipe(response);
  } else {
    body.pipe(response);
  }
}

function withoutContent(html: string): string {
  return html.replace(
    /(<div id="root"[^>]*>)[\s\S]*(<\/div>\s*(?:<link[^>]*>\s*)*<\/body>)/,
    "$1$2",
  );
}

function fileAt(folder: string, path: string): string | undefined {
  return [join(folder, path), join(folder, path, "index.html")].find((place) =>
    statSync(place, { throwIfNoEntry: false })?.isFile(),
  );
}
