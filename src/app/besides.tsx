import { Suspense } from "react";
import { NewVersion } from "#ui/new-version.tsx";
import { createPart } from "#ui/part.tsx";

const Keyboard = createPart(() =>
  // Where the keys can't be had, the page does without.
  import("./keys/keyboard.tsx").then(({ Keyboard }) => Keyboard, nothing),
);

function nothing() {
  return () => null;
}

/** What is there at every address once the page stands: the word of a newer version, and the keys. */
export function Besides(version: { isReady: boolean; onApply: () => void }) {
  return (
    <>
      <NewVersion {...version} />
      <Suspense>
        <Keyboard />
      </Suspense>
    </>
  );
}
