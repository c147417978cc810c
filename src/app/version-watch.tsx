import { Suspense } from "react";
import { useIsQuiet } from "#data/quiet.ts";
import { applyNewVersion, useNewVersion } from "#data/worker/worker.ts";
import { NewVersion } from "./parts.ts";

/** Tells the reader of a newer version of the app, once the page stands, and loads it when told to. */
export function VersionWatch() {
  const isReady = useNewVersion();
  return (
    <Suspense>
      {useIsQuiet() ? <NewVersion isReady={isReady} onApply={applyNewVersion} /> : null}
    </Suspense>
  );
}
