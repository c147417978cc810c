import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { useState } from "react";
import { BrowserRouter } from "react-router-dom";
import { editionBase } from "#data/edition/edition-base.ts";
import { TellProvider } from "#ui/tell.tsx";
import { House } from "./house.tsx";
import { VersionWatch } from "./version-watch.tsx";

/** The whole app: what everything in it stands on, and the house itself. */
export function App({ client: given }: { client?: QueryClient }) {
  const [client] = useState(() => given ?? new QueryClient());
  return (
    <QueryClientProvider client={client}>
      <BrowserRouter basename={editionBase()}>
        <TellProvider>
          <House />
          <VersionWatch />
        </TellProvider>
      </BrowserRouter>
    </QueryClientProvider>
  );
}
