import { useCallback, useRef, useState } from "react";
import type { TakenIn } from "#data/transfer/arriving/carry-out.ts";
import type { Plan } from "#data/transfer/arriving/plan.ts";
import { type Speech, useSpeech } from "#ui/messages/messages.tsx";
import { instantNow } from "./hand-over.ts";
import { takingWords } from "./taking-words.ts";

/** A file of which nothing could be read, and what went wrong; the file is empty where it went wrong with all. */
export type Refused = { readonly file: string; readonly error: unknown };

/** How far taking files in has come. */
export type ArrivingState =
  | { readonly kind: "idle"; readonly refused: readonly Refused[] }
  | { readonly kind: "reading"; readonly file: string; readonly done: number; readonly all: number }
  | { readonly kind: "planned"; readonly plan: Plan; readonly refused: readonly Refused[] }
  | {
      readonly kind: "writing";
      readonly plan: Plan;
      readonly refused: readonly Refused[];
      readonly done: number;
    }
  | {
      readonly kind: "done";
      readonly plan: Plan;
      readonly refused: readonly Refused[];
      readonly taken: TakenIn;
    };

const NOTHING: ArrivingState = { kind: "idle", refused: [] };

/** Reads files, says what taking them in would do, and does it at the reader's word. */
export function useArriving() {
  const speech = useSpeech();
  const [state, setState] = useState<ArrivingState>(NOTHING);
  const stop = useRef(new AbortController());

  const choose = useCallback(
    (files: readonly File[]) => {
      if (files.length === 0) return;
      stop.current = new AbortController();
      const { signal } = stop.current;
      const show = (file: string) => (done: number, all: number) =>
        setState({ kind: "reading", file, done, all });
      read(files, signal, show, speech).then(setState, (error: unknown) => {
        setState(signal.aborted ? NOTHING : refuse(error));
      });
    },
    [speech],
  );

  const confirm = useCallback((plan: Plan, refused: readonly Refused[]) => {
    stop.current = new AbortController();
    const { signal } = stop.current;
    const writing = (done: number) => setState({ kind: "writing", plan, refused, done });
    writing(0);
    import("#data/transfer/arriving/carry-out.ts")
      .then(({ carryOut }) => carryOut(plan, { signal, onProgress: writing }))
      .then(
        (taken) => setState({ kind: "done", plan, refused, taken }),
        (error: unknown) => setState(refuse(error)),
      );
  }, []);

  return {
    state,
    choose,
    confirm,
    stop: () => stop.current.abort(),
    forget: () => setState(NOTHING),
  };
}

async function read(
  files: readonly File[],
  signal: AbortSignal,
  show: (file: string) => (done: number, all: number) => void,
  speech: Speech,
): Promise<ArrivingState> {
  const now = instantNow();
  const words = takingWords(speech);
  const [{ readCargo }, { planOf }, { readStock }] = await Promise.all([
    import("#data/transfer/arriving/cargo.ts"),
    import("#data/transfer/arriving/plan.ts"),
    import("#data/transfer/stock.ts"),
  ]);
  const cargos = [];
  const refused: Refused[] = [];
  for (const file of files) {
    const onProgress = show(file.name);
    onProgress(0, 0);
    try {
      cargos.push(...(await readCargo(file, { now, words, signal, onProgress })));
    } catch (error) {
      signal.throwIfAborted();
      refused.push({ file: file.name, error });
    }
  }
  if (cargos.length === 0) return { kind: "idle", refused };
  const plan = planOf(cargos, await readStock(now));
  signal.throwIfAborted();
  return { kind: "planned", plan, refused };
}

function refuse(error: unknown): ArrivingState {
  return { kind: "idle", refused: [{ file: "", error }] };
}
