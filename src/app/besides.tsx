import { Suspense } from "react";
import { NewVersion } from "#ui/new-version.tsx";
import { createPart } from "#ui/part.tsx";
import { useKeptFocus } from "./use-kept-focus.ts";

const Keyboard = createPart(() =>
  // Where the keys can't be had, the page does without.
  import("./keys/keyboard.tsx").then(({ Keyboard }) => Keyboard, nothing),
);

const Installed = createPart(() =>
  import("./installed.tsx").then(({ Installed }) => Installed, nothing),
);

const LateFace = createPart(() =>
  import("./late-face.tsx").then(({ LateFace }) => LateFace, nothing),
);

/** Only a window of its own has an icon, and a place to which it comes back. */
const isInstalled = () => window.matchMedia?.("(display-mode: standalone)").matches;

function nothing() {
  return () => null;
}

/** What is there at every address once the page stands: the word of a newer version, the keys, and a focus that stays. */
export function Besides(version: { isReady: boolean; onApply: () => void }) {
  useKeptFocus();
  return (
    <>
      <NewVersion {...version} />
      <Suspense>
        <Keyboard />
        <LateFace />
        {isInstalled() ? <Installed /> : null}
      </Suspense>
    </>
  );
}
