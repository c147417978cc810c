import { Suspense, useCallback, useState } from "react";
import { useMessages } from "#ui/messages/messages.tsx";
import { createPart } from "#ui/part.tsx";
import type { PictureZoomProps } from "./picture-zoom.tsx";
import messages from "./zoom.messages.json";
import { makeZoomable } from "./zoomable.ts";

// Who never looks closer never loads it.
const PictureZoom = createPart<PictureZoomProps>(() =>
  import("./picture-zoom.tsx").then((module) => module.PictureZoom),
);

/**
 * Lets pictures of an article be looked at closely.
 *
 * @returns what makes a body's pictures so, and the picture that is shown, if one is.
 */
export function useZoom() {
  const { say } = useMessages(messages);
  const [shown, setShown] = useState<Pick<PictureZoomProps, "pictures" | "wanted"> | null>(null);
  const enliven = useCallback(
    (body: HTMLElement) =>
      makeZoomable(
        body,
        (pictures, wanted) => {
          // Where it can't be had, the picture stays as it is.
          void PictureZoom.load().then(
            () => setShown({ pictures, wanted }),
            () => undefined,
          );
        },
        (alt) => (alt ? say("enlarge", { alt }) : say("enlargeIt")),
      ),
    [say],
  );
  const zoomed = shown && (
    <Suspense>
      <PictureZoom
        {...shown}
        onClose={() => {
          setShown(null);
          shown.wanted.focus();
        }}
      />
    </Suspense>
  );
  return { enliven, zoomed };
}
