import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { useState } from "react";
import { editionBase } from "#data/edition/edition-base.ts";
import type { Speech } from "#ui/messages/messages.tsx";
import { TellProvider } from "#ui/tell.tsx";
import { House } from "./house.tsx";
import { MovingRouter } from "./moving-router.tsx";
import { Speaking } from "./speaking.tsx";
import { VersionWatch } from "./version-watch.tsx";

/** The whole app: what everything in it stands on, and the house itself. */
export function App({
  client: given,
  speech,
}: {
  client?: QueryClient;
  /** What it speaks from the start; English where nothing is given. */
  speech?: Speech | undefined;
}) {
  const [client] = useState(() => given ?? new QueryClient());
  return (
    <QueryClientProvider client={client}>
      <MovingRouter basename={editionBase()}>
        <Speaking begin={speech}>
          <TellProvider>
            <House />
            <VersionWatch />
          </TellProvider>
        </Speaking>
      </MovingRouter>
    </QueryClientProvider>
  );
}
