import { createReadStream, readFileSync, statSync } from "node:fs";
import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { join } from "node:path";
import sirv from "sirv";
import { appAddress } from "#model/address.ts";
import {
  cacheControl,
  FILE_FOLDER,
  FILE_POLICY,
  NEVER_KEEP,
  securityHeaders,
  stylesIn,
} from "./policy.ts";

/** Names that begin with a dot: what the pipeline keeps for itself, and steps out of the folder. */
const HIDDEN = /(^|[/\\])\./;

/** What is missing here must be a 404 without a document. */
const DATA_ONLY = /^(assets|data)\/|\.[a-z0-9]+$/i;

/**
 * Answers requests for an edition as a well set up host does: with the headers of the policy, with what may be kept
 * and what not, and with the app's own page for what is not there.
 */
export function editionHandler(folder: string, base: string): RequestListener {
  const styles = stylesOf(folder);
  // `dev`: the folder is read for each request, since it may hold a million files and may be published anew.
  const files = sirv(folder, {
    dev: true,
    etag: true,
    setHeaders: (response, path) => {
      if (path.startsWith(`/${FILE_FOLDER}`)) {
        response.setHeader("Content-Security-Policy", FILE_POLICY);
      }
    },
  });

  return (request, response) => {
    for (const [name, value] of securityHeaders("plain", styles())) response.setHeader(name, value);
    const address = request.url ?? "/";
    const below = address.slice(base.length);
    const path = decode(below.replace(/[?#].*$/, ""));
    if (request.method !== "GET" && request.method !== "HEAD") {
      response.setHeader("Allow", "GET, HEAD");
      refuse(response, 405, "Only GET and HEAD are answered here.");
    } else if (!address.startsWith(base)) {
      redirectToBase(response, address, base);
    } else if (path === null || HIDDEN.test(path)) {
      refuse(response, 404, "There is nothing here.");
    } else {
      request.url = `/${below}`;
      response.setHeader("Cache-Control", cacheControl(below));
      files(request, response, () => answerMissing(request, response, path));
    }
  };

  function answerMissing(request: IncomingMessage, response: ServerResponse, path: string): void {
    if (DATA_ONLY.test(path)) {
      refuse(response, 404, "There is no such file.");
      return;
    }
    response.statusCode = 404;
    response.setHeader("Cache-Control", NEVER_KEEP);
    response.setHeader("Content-Type", "text/html; charset=utf-8");
    if (request.method === "HEAD") {
      response.end();
      return;
    }
    createReadStream(join(folder, "404.html"))
      .on("error", () => response.destroy())
      .pipe(response);
  }
}

/** Gives the style elements that the edition's documents have, as these say it themselves; it may be published anew. */
function stylesOf(folder: string): () => readonly string[] {
  const shell = join(folder, appAddress.shell());
  let known: readonly string[] = [];
  let readAt = 0;
  return () => {
    const { mtimeMs } = statSync(shell, { throwIfNoEntry: false }) ?? { mtimeMs: 0 };
    if (mtimeMs !== readAt) known = stylesIn(readFileSync(shell, "utf8"));
    readAt = mtimeMs;
    return known;
  };
}

function redirectToBase(response: ServerResponse, address: string, base: string): void {
  const path = address.replace(/\?.*$/, "");
  if (path !== "/" && `${path}/` !== base) {
    refuse(response, 404, `There is nothing here. The edition is at ${base}.`);
  } else {
    response.writeHead(302, { Location: base, "Cache-Control": NEVER_KEEP });
    response.end();
  }
}

function refuse(response: ServerResponse, status: number, words: string): void {
  response.statusCode = status;
  response.setHeader("Cache-Control", NEVER_KEEP);
  response.setHeader("Content-Type", "text/plain; charset=utf-8");
  response.end(`${words}\n`);
}

function decode(path: string): string | null {
  try {
    return decodeURIComponent(path);
  } catch {
    // A lone “%”: no address of ours has one, and nothing lies at such an address.
    return null;
  }
}
