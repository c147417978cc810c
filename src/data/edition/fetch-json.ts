import { NewerVersionError } from "#model/parse.ts";
import { editionBase } from "./edition-base.ts";
import { EditionError } from "./edition-error.ts";

const TIMEOUT_MS = 30_000;

type Door = {
  readonly fetch?: typeof fetch;
  readonly base?: string;
  /** For addresses whose content changes: ask the server whether what the browser kept is still right. */
  readonly isRevalidated?: boolean;
  readonly signal?: AbortSignal;
  /** Is handed the answer's headers once it is read. */
  readonly onRead?: (headers: Headers) => void;
};

/**
 * Fetches a JSON file of the edition and reads it. The app's one door to the network.
 *
 * @throws EditionError; whatever `signal` was aborted with
 */
export async function fetchJson<T>(
  address: string,
  parse: (value: unknown) => T,
  {
    fetch = globalThis.fetch,
    base = editionBase(),
    isRevalidated = false,
    signal,
    onRead,
  }: Door = {},
): Promise<T> {
  const time = limitTime(signal);
  try {
    const response = await fetch(base + address, {
      signal: time.signal,
      ...(isRevalidated && { cache: "no-cache" }),
    });
    checkStatus(response, address);
    const value = read(await response.text(), address, parse);
    onRead?.(response.headers);
    return value;
  } catch (error) {
    if (error instanceof EditionError) throw error;
    signal?.throwIfAborted();
    const reason = time.signal.aborted
      ? `did not come within ${TIMEOUT_MS / 1000} seconds`
      : "could not be reached";
    throw new EditionError("offline", address, `${address} ${reason}.`, error);
  } finally {
    time.end();
  }
}

function checkStatus({ ok, status }: Response, address: string): void {
  if (ok) return;
  if (status === 404 || status === 410) {
    throw new EditionError("missing", address, `The server has no ${address}.`);
  }
  throw new EditionError("server", address, `The server answered ${status} for ${address}.`);
}

function read<T>(text: string, address: string, parse: (value: unknown) => T): T {
  // Hosts of single-page apps answer every unknown address with a page.
  if (text.trimStart().startsWith("<")) {
    throw new EditionError("missing", address, `The server has a page, not data, at ${address}.`);
  }
  try {
    return parse(JSON.parse(text));
  } catch (error) {
    const kind = error instanceof NewerVersionError ? "newer" : "broken";
    const reason = error instanceof Error ? error.message : "";
    throw new EditionError(kind, address, `${address} can't be read. ${reason}`, error);
  }
}

/** A signal that also fires when the time is up, and how to stop the clock. */
function limitTime(signal: AbortSignal | undefined) {
  const controller = new AbortController();
  const abort = () => controller.abort();
  const timer = setTimeout(abort, TIMEOUT_MS);
  if (signal?.aborted) abort();
  signal?.addEventListener("abort", abort);
  return {
    signal: controller.signal,
    end: () => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", abort);
    },
  };
}
