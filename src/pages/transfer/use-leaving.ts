import { useCallback, useRef, useState } from "react";
import type { Leaving, LeavingWatch } from "#data/transfer/leaving/leaving.ts";
import { handOver } from "./hand-over.ts";

/** How far making a file has come. */
export type LeavingState =
  | { readonly kind: "idle" }
  | { readonly kind: "making"; readonly done: number; readonly all: number }
  | {
      readonly kind: "made";
      readonly name: string;
      readonly bytes: number;
      readonly count: number;
      readonly failed: Leaving["failed"];
    }
  | { readonly kind: "failed"; readonly error: unknown };

/** Makes a file, showing how far it is, and hands it over. */
export function useLeaving() {
  const [state, setState] = useState<LeavingState>({ kind: "idle" });
  const stop = useRef(new AbortController());
  const make = useCallback(
    (work: (watch: LeavingWatch) => Promise<Leaving & { readonly name: string }>) => {
      stop.current = new AbortController();
      const { signal } = stop.current;
      const onProgress = (done: number, all: number) => setState({ kind: "making", done, all });
      onProgress(0, 0);
      work({ signal, onProgress }).then(
        ({ blob, name, count, failed }) => {
          handOver(blob, name);
          setState({ kind: "made", name, bytes: blob.size, count, failed });
        },
        (error: unknown) => setState(signal.aborted ? { kind: "idle" } : { kind: "failed", error }),
      );
    },
    [],
  );
  return { state, make, stop: () => stop.current.abort() };
}
