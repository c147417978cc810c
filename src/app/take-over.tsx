import { QueryClient } from "@tanstack/react-query";
import { StrictMode, startTransition, useLayoutEffect } from "react";
import { createRoot } from "react-dom/client";
import { admitCarried, type Carried, isOfAddress, readCarried } from "#data/edition/carried.ts";
import { preloadOrder } from "#data/edition/use-order.ts";
import { App } from "./app.tsx";
import { ArticlePage } from "./parts.ts";
import { watchReader } from "./watch-reader.ts";

/**
 * Lets the app take the place of what its document shows. Where the two show the same, everything that the app needs
 * for it is there before it begins, so that one frame shows the one and the next the other.
 */
export async function takeOver(root: HTMLElement): Promise<void> {
  const client = new QueryClient();
  const carried = readCarried(root);
  if (carried && isOfAddress(carried, location)) {
    admitCarried(carried, client);
    await prepare(carried, client);
  }
  const restore = watchReader(root);
  startTransition(() =>
    createRoot(root).render(
      <StrictMode>
        <Arrival onArrival={restore} />
        <App client={client} />
      </StrictMode>,
    ),
  );
}

/** Makes everything ready for the same view; what fails is told by the app itself. */
async function prepare(carried: Carried, client: QueryClient): Promise<void> {
  const parts =
    carried.kind === "article" ? ArticlePage.load() : preloadOrder(client, carried.manifest);
  await parts.catch(() => undefined);
}

/** Calls back in the frame in which the app stands for the first time. */
function Arrival({ onArrival }: { onArrival: () => void }) {
  useLayoutEffect(onArrival, [onArrival]);
  return null;
}
