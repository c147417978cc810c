import { createSubscribable } from "#data/device/subscribable.ts";

/** Whether a newer version of the app is here and waits for the reader's word. */
export type NewVersion = {
  readonly subscribe: (listener: () => void) => () => void;
  readonly isReady: () => boolean;
  /** Begins to look at what the browser registered. */
  readonly follow: (registration: ServiceWorkerRegistration) => void;
  /** Lets the newer version begin; every open tab is loaded anew by it. */
  readonly apply: () => void;
};

export function createNewVersion(
  container: ServiceWorkerContainer,
  reload: () => void,
): NewVersion {
  const changes = createSubscribable();
  let followed: ServiceWorkerRegistration | null = null;
  let isLeaving = false;
  // The first worker takes over a page of its own version; any later one brings another.
  let isControlled = container.controller !== null;

  const leave = () => {
    if (isLeaving) return;
    isLeaving = true;
    reload();
  };
  container.addEventListener("controllerchange", () => {
    if (isControlled) leave();
    isControlled = true;
  });

  return {
    subscribe: changes.subscribe,
    // Without a worker of its own the page came from the host, and is as new as the one that waits.
    isReady: () => container.controller !== null && Boolean(followed?.waiting),
    follow: (registration) => {
      followed = registration;
      registration.addEventListener("updatefound", () => {
        registration.installing?.addEventListener("statechange", changes.notify);
      });
      // One that another tab found may be on its way already.
      registration.installing?.addEventListener("statechange", changes.notify);
      changes.notify();
    },
    apply: () => {
      if (followed?.waiting) followed.waiting.postMessage({ type: "SKIP_WAITING" });
      // Another tab was first: its word has been taken for this one too.
      else leave();
    },
  };
}
