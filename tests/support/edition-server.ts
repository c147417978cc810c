import { createReadStream, statSync } from "node:fs";
import { createServer, type RequestListener } from "node:http";
import { extname, join } from "node:path";
import { editionHandler } from "#pipeline/command/host/edition-handler.ts";

/** A server of an edition that a test has to itself. */
export type EditionServer = {
  /** Address of the edition, with its base and the slash at the end. */
  readonly url: string;
  /** What was asked for so far, as `GET /data/manifest.json`. */
  readonly requests: readonly string[];
  /** Ends it at once, open connections too. */
  readonly stop: () => Promise<void>;
  /** Begins again, at the same address; nothing where it never ended. */
  readonly restart: () => Promise<void>;
};

/**
 * Serves an edition on a free port.
 *
 * @param kind `offprint`: as `offprint serve` does; `dumb`: as the simplest of static servers, which knows files and
 *   folders, sends no header but the type, and answers nothing for what is not there.
 */
export async function serveEdition(
  folder: string,
  {
    base = "/",
    kind = "offprint",
    isSilent = () => false,
    isBroken = () => false,
  }: {
    base?: string;
    kind?: "offprint" | "dumb";
    /** Says which addresses are never answered. */
    isSilent?: (address: string) => boolean;
    /** Says which addresses are answered with an error of the server's. */
    isBroken?: (address: string) => boolean;
  } = {},
): Promise<EditionServer> {
  const requests: string[] = [];
  const answer = kind === "offprint" ? editionHandler(folder, base) : dumbHandler(folder, base);
  const server = createServer((request, response) => {
    requests.push(`${request.method} ${request.url}`);
    const wanted = request.url ?? "";
    if (isSilent(wanted)) return;
    if (isBroken(wanted)) response.writeHead(500).end("Out of order\n");
    else answer(request, response);
  });
  const listen = (port: number) =>
    new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  await listen(0);
  const address = server.address();
  if (typeof address !== "object" || address === null) throw new Error("The server has no port.");
  return {
    url: `http://127.0.0.1:${address.port}${base}`,
    requests,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
    restart: async () => {
      if (!server.listening) await listen(address.port);
    },
  };
}

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html",
  ".xhtml": "application/xhtml+xml",
  ".js": "text/javascript",
  ".css": "text/css",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".woff2": "font/woff2",
};

function dumbHandler(folder: string, base: string): RequestListener {
  return (request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://edition");
    const path = decodeURIComponent(pathname);
    const below = path.startsWith(base) ? path.slice(base.length) : "missing";
    const wished = join(folder, below);
    const isFolder = statSync(wished, { throwIfNoEntry: false })?.isDirectory() === true;
    if (isFolder && !path.endsWith("/")) {
      response.writeHead(301, { Location: `${pathname}/` }).end();
      return;
    }
    const file = isFolder ? join(wished, "index.html") : wished;
    if (!statSync(file, { throwIfNoEntry: false })?.isFile()) {
      response.writeHead(404, { "Content-Type": "text/plain" }).end("Not found\n");
      return;
    }
    response.setHeader("Content-Type", TYPES[extname(file)] ?? "application/octet-stream");
    createReadStream(file).pipe(response);
  };
}
