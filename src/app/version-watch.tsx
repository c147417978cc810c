import { Suspense } from "react";
import { useIsQuiet } from "#data/quiet.ts";
import { applyNewVersion, useNewVersion } from "#data/worker/worker.ts";
import { Besides } from "./parts.ts";

/** Tells the reader of a newer version of the app, once the page stands, and loads it when told to; listens to the keys from then on. */
export function VersionWatch() {
  const isReady = useNewVersion();
  // The wait is its own: around all of it, everything else that comes at that moment would wait too.
  return useIsQuiet() ? (
    <Suspense>
      <Besides isReady={isReady} onApply={applyNewVersion} />
    </Suspense>
  ) : null;
}
