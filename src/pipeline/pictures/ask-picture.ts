import { Agent, type Dispatcher, request } from "undici";
import { PictureError } from "./picture-error.ts";
import { checkAddress, publicLookup, type Resolve } from "./public-address.ts";

/** What a host said of a picture, by which it can be asked later whether it is another by now. */
export type Validators = { readonly etag?: string; readonly modified?: string };

/** A host's answer: the picture, or that it is still the same. */
export type Answered =
  | { readonly isSame: true }
  | { readonly isSame: false; readonly bytes: Buffer; readonly validators: Validators };

/** How much one picture may take, and how long. */
type Limits = {
  readonly bytes: number;
  /** From the first question to the last byte, in milliseconds. */
  readonly whole: number;
  /** Without a sign of life, in milliseconds. */
  readonly silence: number;
};

const MEGABYTE = 1_000_000;
const LIMITS: Limits = { bytes: 25 * MEGABYTE, whole: 30_000, silence: 10_000 };
const MOST_REDIRECTS = 5;

const HEADERS = {
  "user-agent": "Offprint (a static news reader, keeping its articles' pictures)",
  accept: "image/avif,image/webp,image/png,image/jpeg,image/gif,image/svg+xml;q=0.5",
  "accept-encoding": "identity",
};

/** Opens connections to public addresses alone. */
export function publicDispatcher(resolve?: Resolve): Dispatcher {
  return new Agent({
    connect: { lookup: publicLookup(resolve), timeout: LIMITS.silence },
    connections: 2,
  });
}

/**
 * Asks a host for a picture; every address on the way to it is checked.
 *
 * @param known what was said of it the last time.
 * @throws PictureError
 */
export async function askForPicture(
  address: string,
  known: Validators,
  dispatcher: Dispatcher,
  limits = LIMITS,
): Promise<Answered> {
  const signal = AbortSignal.timeout(limits.whole);
  const headers = {
    ...HEADERS,
    ...(known.etag !== undefined && { "if-none-match": known.etag }),
    ...(known.modified !== undefined && { "if-modified-since": known.modified }),
  };
  let url = new URL(address);
  try {
    for (let step = 0; step <= MOST_REDIRECTS; step++) {
      checkAddress(url);
      const response = await request(url, { dispatcher, signal, headers, ...timesOf(limits) });
      const next = nextAddress(response, url);
      if (next === null) return await read(response, limits);
      await response.body.dump();
      url = next;
    }
  } catch (error) {
    throw error instanceof PictureError ? error : failureOf(error);
  }
  throw new PictureError("refused", "it is redirected too often");
}

/** Where a redirect leads; null where there is none. */
function nextAddress({ statusCode, headers }: Dispatcher.ResponseData, from: URL): URL | null {
  const { location } = headers;
  if (statusCode < 300 || statusCode === 304 || statusCode > 399) return null;
  if (typeof location !== "string" || !URL.canParse(location, from.href)) return null;
  return new URL(location, from.href);
}

function timesOf({ silence }: Limits) {
  return { headersTimeout: silence, bodyTimeout: silence };
}

async function read(response: Dispatcher.ResponseData, { bytes: most }: Limits): Promise<Answered> {
  const { statusCode, headers, body } = response;
  const type = one(headers["content-type"]) ?? "";
  if (statusCode !== 200 || type.startsWith("text/")) await body.dump();
  if (statusCode === 304) return { isSame: true };
  if (statusCode >= 500 || statusCode === 429) {
    throw new PictureError("silent", `its host answers ${statusCode}`);
  }
  if (statusCode !== 200) throw new PictureError("refused", `its host answers ${statusCode}`);
  if (type.startsWith("text/")) throw new PictureError("unusable", "its host sends a text instead");
  const bytes = await readUpTo(body, most);
  const etag = one(headers.etag);
  const modified = one(headers["last-modified"]);
  const validators = { ...(etag && { etag }), ...(modified && { modified }) };
  return { isSame: false, bytes, validators };
}

/** Leaving the loop ends the connection: what is too much is not sent on. */
async function readUpTo(body: AsyncIterable<Uint8Array>, most: number): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of body) {
    length += part.length;
    if (length > most) {
      throw new PictureError("unusable", `it is larger than ${most / MEGABYTE} MB`);
    }
    parts.push(part);
  }
  return Buffer.concat(parts);
}

function one(header: string | string[] | undefined): string | undefined {
  return typeof header === "string" ? header : header?.[0];
}

/** What the network's own errors mean. */
function failureOf(cause: unknown): PictureError {
  const code = codeOf(cause);
  return new PictureError("silent", `its host doesn't answer (${code})`, { cause });
}

function codeOf(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause);
  const code = "code" in cause ? String(cause.code) : cause.name;
  return cause.name === "TimeoutError" || code.endsWith("_TIMEOUT") ? "too slow" : code;
}
