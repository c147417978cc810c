import { whenQuiet } from "#data/quiet.ts";
import { trustedTypesOf, workerAddress } from "./worker-address.ts";

/** Browsers look for a new worker when a page is opened; a page that stays open looks when it is come back to. */
const LOOK_AGAIN_MS = 3_600_000;

type Door = {
  readonly container: ServiceWorkerContainer;
  readonly base: string;
  /** Milliseconds since any moment. */
  readonly now: () => number;
  /** Resolves when the first view stands. */
  readonly quiet?: () => Promise<void>;
  /** The addresses, below the base, of what the document brought along; asked when the first view stands. */
  readonly carried?: () => readonly string[];
};

/** Registers the service worker, behind everything that the reader waits for. Rejects where the browser denies it. */
export async function startWorker({
  container,
  base,
  now,
  quiet = whenQuiet,
  carried = () => [],
}: Door): Promise<ServiceWorkerRegistration> {
  // At once: what a policy of this name allows is decided before anybody else can ask for one.
  const address = workerAddress(base, trustedTypesOf(window));
  await loaded();
  await quiet();
  if (!container.controller) handOverWhenControlled(container, base, carried());
  const registration = await container.register(address);
  let lookedAt = now();
  document.addEventListener("visibilitychange", () => {
    if (document.hidden || now() - lookedAt < LOOK_AGAIN_MS) return;
    lookedAt = now();
    // With the network off there is nothing to find; the next time is soon enough.
    registration.update().catch(() => undefined);
  });
  return registration;
}

function loaded(): Promise<void> {
  return new Promise((resolve) => {
    if (document.readyState === "complete") resolve();
    else window.addEventListener("load", () => resolve(), { once: true });
  });
}

/** The first worker comes when the list is there already: it is told what was loaded, so that it keeps that too. */
function handOverWhenControlled(
  container: ServiceWorkerContainer,
  base: string,
  carried: readonly string[],
): void {
  container.addEventListener(
    "controllerchange",
    () => {
      const data = new URL(`${base}data/`, location.origin).href;
      const urlsToCache = performance
        .getEntriesByType("resource")
        .map(({ name }) => name)
        .filter((name) => name.startsWith(data))
        .concat(carried.map((address) => new URL(base + address, location.origin).href));
      container.controller?.postMessage({ type: "CACHE_URLS", payload: { urlsToCache } });
    },
    { once: true },
  );
}
