import { once } from "node:events";
import { createServer, type RequestListener, type Server } from "node:http";
import { isIP } from "node:net";
import { UsageError } from "#pipeline/command/plan/usage-error.ts";

/** A server that listens on both addresses of this machine's own name. */
export type LocalServer = { readonly port: number; readonly close: () => Promise<void> };

/** So many ports after the wished one are tried. */
const TRIES = 100;

/**
 * Listens on the wished port or the next free one.
 *
 * Both 127.0.0.1 and ::1 must be free: browsers take “localhost” for either, and might meet another program's server.
 *
 * @throws UsageError where none is free.
 */
export async function listenLocally(
  handler: RequestListener,
  wished: number,
): Promise<LocalServer> {
  for (let port = wished; port < wished + TRIES && port <= 65_535; port++) {
    const servers = await listenOn(handler, port);
    if (servers) return { port, close: () => closeAll(servers) };
  }
  throw new UsageError(`Ports ${wished} and above are all taken. Choose another one with --port.`);
}

/** The servers of one port; null where it is taken. */
async function listenOn(handler: RequestListener, port: number): Promise<Server[] | null> {
  const servers: Server[] = [];
  for (const host of ["127.0.0.1", "::1"]) {
    const server = createServer(forThisMachine(handler));
    try {
      server.listen(port, host);
      await once(server, "listening");
      servers.push(server);
    } catch (error) {
      // A machine without IPv6 has no ::1.
      if (host === "::1" && hasCode(error, ["EADDRNOTAVAIL", "EAFNOSUPPORT"])) continue;
      await closeAll(servers);
      if (!hasCode(error, ["EADDRINUSE"])) throw error;
      return null;
    }
  }
  return servers;
}

/**
 * Answers who asks for this machine alone. A page of any site may have its own name lead here, and would then read
 * the answers as its own.
 */
function forThisMachine(handler: RequestListener): RequestListener {
  return (request, response) => {
    const name = (request.headers.host ?? "").replace(/:\d+$/, "").replace(/^\[|\]$/g, "");
    if (isIP(name) > 0 || /^(?:.+\.)?localhost$/i.test(name)) {
      handler(request, response);
      return;
    }
    response.writeHead(403, { "Content-Type": "text/plain; charset=utf-8" });
    response.end("Only localhost is answered here.\n");
  };
}

function hasCode(error: unknown, codes: readonly string[]): boolean {
  return error instanceof Error && "code" in error && codes.some((code) => code === error.code);
}

async function closeAll(servers: readonly Server[]): Promise<void> {
  await Promise.all(
    servers.map(
      (server) =>
        new Promise<void>((resolve) => {
          server.close(() => resolve());
          server.closeAllConnections();
        }),
    ),
  );
}
