// Takes the app's service worker back: published as sw.js, it removes itself and what the worker kept, in every browser
// that comes by. What readers saved stays. See docs/deploying.md.
self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(leave()));

async function leave() {
  const { scope } = self.registration;
  const names = await caches.keys();
  const own = names.filter(
    (name) => name.startsWith("offprint-worker-") && name.endsWith(`-${scope}`),
  );
  await Promise.all(own.map((name) => caches.delete(name)));
  await self.registration.unregister();
}
