import { Suspense } from "react";
import { useIsQuiet } from "#data/quiet.ts";
import { applyNewVersion, useNewVersion } from "#data/worker/worker.ts";
import { Besides } from "./parts.ts";

/** Tells the reader of a newer version of the app, once the page stands, and loads it when told to; listens to the keys from then on. */
export function VersionWatch() {
  const isReady = useNewVersion();
  return (
    <Suspense>
      {useIsQuiet() ? <Besides isReady={isReady} onApply={applyNewVersion} /> : null}
    </Suspense>
  );
}
