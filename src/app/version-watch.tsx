import { applyNewVersion, useNewVersion } from "#data/worker/worker.ts";
import { NewVersion } from "#ui/new-version.tsx";

/** Tells the reader of a newer version of the app, and loads it when told to. */
export function VersionWatch() {
  return <NewVersion isReady={useNewVersion()} onApply={applyNewVersion} />;
}
