import { clientsClaim, setCacheNameDetails, type WorkboxPlugin } from "workbox-core";
import { ExpirationPlugin } from "workbox-expiration";
import {
  addRoute,
  createHandlerBoundToURL,
  matchPrecache,
  type PrecacheEntry,
  precache,
} from "workbox-precaching";
import { registerRoute } from "workbox-routing";
import { CacheFirst, NetworkFirst, NetworkOnly } from "workbox-strategies";
import {
  appAddress,
  KEPT_AT,
  keptOfflineCache,
  PAGE_KEEPS,
  savedPicturesCache,
  workerCache,
} from "#model/address.ts";
import { type AddressKind, addressKind } from "#model/address-kind.ts";
import { EDITION_VERSION } from "#model/edition-version.ts";

// Opens the app with the network off: the app's own files and its shell are kept from the start, of the edition what
// was asked for once. Requests that change something and requests to other hosts match no route and pass untouched.

declare const self: ServiceWorkerGlobalScope;
/** What the app is made of, and the integrity of the shell: written in when the app, and the edition, are built. */
declare const APP_FILES: readonly PrecacheEntry[];
declare const SHELL_INTEGRITY: string;

/** For so long the network may be silent before what was kept is shown. */
const PATIENCE_SECONDS = 3;

const { scope } = self.registration;
const shell = scope + appAddress.shell();
// Several editions may share an origin, and what readers saved is kept in caches too: these are the worker's own.
const PREFIX = "offprint-worker";
const names = {
  app: workerCache("app", scope),
  lists: workerCache("lists", scope),
  articles: workerCache("articles", scope),
  pictures: workerCache("pictures", scope),
};
setCacheNameDetails({ prefix: PREFIX, precache: "app", suffix: scope });

/** Where the disk is full what was opened gives way: the lists are small, and without them there is no way to anything. */
const atMost = (maxEntries: number, purgeOnQuotaError = true) =>
  new ExpirationPlugin({ maxEntries, purgeOnQuotaError });
const fewLists = atMost(400, false);
const fewArticles = atMost(200);

/**
 * Says whether an answer is all that it should be: some hosts answer everything with a page, some lines break off.
 *
 * @param isMeant tells the JSON that is meant from other JSON
 */
async function isWhole(
  response: Response,
  isMeant: (json: unknown) => boolean = () => true,
): Promise<boolean> {
  if (response.status !== 200) return false;
  if (!new URL(response.url).pathname.endsWith(".json")) {
    return !response.headers.get("Content-Type")?.startsWith("text/html");
  }
  try {
    return isMeant(await response.clone().json());
  } catch {
    return false;
  }
}

/** An empty list is JSON too, and no manifest; one that this app is too old for takes nothing away that it can read. */
const isManifest = (response: Response) =>
  isWhole(response, (json) => {
    const { v, edition } = Object(json);
    return v === EDITION_VERSION && edition !== undefined;
  });
const onlyManifest: WorkboxPlugin = {
  cacheWillUpdate: async ({ response }) => ((await isManifest(response)) ? response : null),
};
const onlyWhole: WorkboxPlugin = {
  cacheWillUpdate: async ({ response }) => ((await isWhole(response)) ? response : null),
};

/** A list that is shown later says of when it is. */
const withTime: WorkboxPlugin = {
  cacheWillUpdate: async ({ response }) => {
    const headers = new Headers(response.headers);
    headers.set(KEPT_AT, new Date().toISOString());
    return new Response(await response.blob(), { headers });
  },
};

/** A host in trouble is as good as none: what was kept is shown, and its answer only where nothing was. */
function ratherKeptThan(isTrouble: (response: Response) => Promise<boolean>): WorkboxPlugin {
  return {
    fetchDidSucceed: async ({ response, state }) => {
      if (!(await isTrouble(response))) return response;
      if (state) state.answer = response;
      throw new Error(String(response.status));
    },
    handlerDidError: async ({ state }) => state?.answer,
  };
}

/** The version of an article that was kept last, whichever was asked for. */
async function newestVersion(request: Request): Promise<Response | undefined> {
  const cache = await caches.open(names.articles);
  const opened = (await cache.matchAll(request, { ignoreSearch: true })).at(-1);
  return opened ?? keptOffline(request, { ignoreSearch: true });
}

/** What the reader wanted on the device before it is opened: the page keeps that, and the worker only hands it out. */
function keptOffline(
  request: Request,
  options: CacheQueryOptions = {},
): Promise<Response | undefined> {
  const cacheName = keptOfflineCache(new URL(scope).pathname);
  // Asked by name, so that none is made where nothing is kept.
  return caches.match(request, { ...options, cacheName, ignoreVary: true });
}

const orKeptOffline: WorkboxPlugin = {
  cachedResponseWillBeUsed: async ({ request, cachedResponse }) =>
    cachedResponse ?? keptOffline(request),
};

/** A picture of a saved article: the page keeps those, in a cache that is none of the worker's own. */
async function savedPicture(request: Request): Promise<Response | undefined> {
  const cacheName = savedPicturesCache(new URL(scope).pathname);
  // Asked by name, so that none is made where nothing is saved.
  return caches.match(request, { cacheName, ignoreVary: true });
}

function routeKind(kind: AddressKind, strategy: CacheFirst | NetworkFirst): void {
  registerRoute(({ url, request, sameOrigin }) => {
    // A second copy of what the page keeps would push out what was opened.
    const isOurs = request.mode !== "navigate" && !request.headers.has(PAGE_KEEPS);
    return sameOrigin && isOurs && kindOf(url) === kind;
  }, strategy);
}

function kindOf({ href, search }: URL): AddressKind | null {
  return href.startsWith(scope) ? addressKind(pathOf(href), search) : null;
}

/** The path below the edition's base. */
function pathOf(href: string): string {
  return href.slice(scope.length).replace(/[?#].*$/, "");
}

precache([...APP_FILES, { url: shell, revision: SHELL_INTEGRITY, integrity: SHELL_INTEGRITY }]);
addRoute({ directoryIndex: "", cleanURLs: false });

// The app that is here shows every page of its own; which stories there are it asks the network for.
registerRoute(
  ({ url, request }) => request.mode === "navigate" && kindOf(url) === "page",
  createHandlerBoundToURL(shell),
);
// Old addresses of articles, the feed: what is there only the host knows.
registerRoute(
  ({ url, request }) => request.mode === "navigate" && !/^(data|assets)\//.test(pathOf(url.href)),
  new NetworkOnly({
    plugins: [{ handlerDidError: () => matchPrecache(shell) }],
  }),
);

routeKind(
  "manifest",
  new NetworkFirst({
    cacheName: names.lists,
    networkTimeoutSeconds: PATIENCE_SECONDS,
    plugins: [
      ratherKeptThan(async (response) => !(await isManifest(response))),
      onlyManifest,
      withTime,
      fewLists,
    ],
  }),
);
routeKind("file", new CacheFirst({ cacheName: names.lists, plugins: [onlyWhole, fewLists] }));
routeKind(
  "article version",
  new CacheFirst({
    cacheName: names.articles,
    plugins: [
      onlyWhole,
      fewArticles,
      orKeptOffline,
      { handlerDidError: async ({ request }) => newestVersion(request) },
    ],
  }),
);
routeKind(
  "article",
  new NetworkFirst({
    cacheName: names.articles,
    networkTimeoutSeconds: PATIENCE_SECONDS,
    plugins: [
      ratherKeptThan(async (response) => response.status !== 404 && !(await isWhole(response))),
      onlyWhole,
      { cachedResponseWillBeUsed: async ({ request }) => newestVersion(request) },
      fewArticles,
    ],
  }),
);
routeKind(
  "picture",
  new CacheFirst({
    cacheName: names.pictures,
    plugins: [
      onlyWhole,
      atMost(60),
      {
        cachedResponseWillBeUsed: async ({ request, cachedResponse }) =>
          cachedResponse ?? savedPicture(request),
      },
      orKeptOffline,
    ],
  }),
);

// The first worker takes over the pages that were loaded without one; a later one waits for the reader's word.
clientsClaim();
self.addEventListener("message", ({ data }) => {
  if (data?.type === "SKIP_WAITING") void self.skipWaiting();
});
self.addEventListener("activate", (event) => event.waitUntil(removeOldCaches()));

/** Removes what a former worker of this very edition kept under names that are used no more. */
async function removeOldCaches(): Promise<void> {
  const used: readonly string[] = Object.values(names);
  const old = (await caches.keys()).filter(
    (name) => name.startsWith(`${PREFIX}-`) && name.endsWith(`-${scope}`) && !used.includes(name),
  );
  await Promise.all(old.map((name) => caches.delete(name)));
}
