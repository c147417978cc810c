import { useQueryClient } from "@tanstack/react-query";
import {
  Suspense,
  startTransition,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import { matchPath, useLocation, useNavigate } from "react-router-dom";
import { useSetting } from "#data/device/device.ts";
import { isInQueue, page } from "#model/address.ts";
import { commandsWith } from "#model/command.ts";
import { bindKeys } from "#ui/keys/bindings.ts";
import { useDeed } from "#ui/keys/deeds.ts";
import { takeEarlyKeys } from "#ui/keys/early-keys.ts";
import { isFree } from "#ui/keys/is-free.ts";
import { useMessages, useSpeech } from "#ui/messages/messages.tsx";
import { createPart } from "#ui/part.tsx";
import { useTell } from "#ui/tell.tsx";
import messages from "./keyboard.messages.json";
import { deedsIn, type Surroundings } from "./run.ts";
import { storyIn } from "./where.ts";

const HelpSheet = createPart(async () => (await import("#ui/keys/help-sheet.tsx")).HelpSheet);
const FindAnything = createPart(async () => (await import("./find-anything.tsx")).FindAnything);
const SHEETS = { help: HelpSheet, palette: FindAnything };

/** Listens to the keys, and does what they ask for. */
export function Keyboard() {
  const keys = useSetting((settings) => settings.keys);
  const commands = useMemo(() => commandsWith(keys), [keys]);
  const [shown, setShown] = useState<keyof typeof SHEETS | null>(null);
  const onClose = useCallback(() => setShown(null), []);
  const tell = useTell();
  const { say } = useMessages(messages);
  const open = useCallback(
    (what: keyof typeof SHEETS) =>
      // What can't be had now is asked for again the next time.
      void SHEETS[what].load().then(
        // It is drawn in slices: to show it has all behind it made inert, which takes its time in one go.
        () => startTransition(() => setShown(what)),
        () => tell({ text: say("notLoaded") }),
      ),
    [tell, say],
  );
  useDeed(
    "palette",
    useCallback(() => open("palette"), [open]),
  );
  const deeds = useDeeds(open);
  const current = useRef(deeds);
  useEffect(() => {
    current.current = deeds;
  });
  useEffect(() => {
    const commandOf = bindKeys(commands);
    const listen = (event: KeyboardEvent) => {
      if (!isFree(event)) return;
      const id = commandOf(event);
      if (id === null) return;
      event.preventDefault();
      current.current[id]();
    };
    for (const early of takeEarlyKeys()) listen(early);
    window.addEventListener("keydown", listen);
    return () => window.removeEventListener("keydown", listen);
  }, [commands]);
  return (
    <Suspense>
      {shown === "help" ? <HelpSheet commands={commands} onClose={onClose} /> : null}
      {shown === "palette" ? (
        <FindAnything
          commands={commands}
          onCommand={(id) => current.current[id]()}
          onClose={onClose}
        />
      ) : null}
    </Suspense>
  );
}

function useDeeds(open: Surroundings["open"]) {
  const location = useLocation();
  const navigate = useNavigate();
  const openId = storyIn(location);
  return deedsIn({
    client: useQueryClient(),
    openId,
    isInQueue: isInQueue(location),
    isList:
      openId === null &&
      [page.latest, page.saved].some(
        ({ pattern }) => matchPath(pattern, location.pathname) !== null,
      ),
    navigate: (to) => void (to === -1 ? navigate(-1) : navigate(to)),
    tell: useTell(),
    speech: useSpeech(),
    open,
  });
}
