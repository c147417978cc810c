import {
  type ReactNode,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from "react";
import { PACES, type Settings } from "#model/settings.ts";
import { paneOf } from "#ui/article-body/keep-place.ts";
import type { ReadingPlaces } from "#ui/article-body/use-reading-place.ts";
import { useDeed } from "#ui/keys/deeds.ts";
import { useMessages } from "#ui/messages/messages.tsx";
import { Icon } from "#ui/shell/icon.tsx";
import { useTell } from "#ui/tell.tsx";
import { type HeardText, hearText, sentenceBelow } from "./heard-text.ts";
import "./listen.css";
import messages from "./listen-bar.messages.json";
import { createPlayer, type Player } from "./player.ts";
import { useMediaKeys } from "./use-media-keys.ts";
import { useNotice } from "./use-notice.ts";
import { useSentence } from "./use-sentence.ts";
import { useTuning } from "./use-tuning.ts";
import { VoicePanel } from "./voice-panel.tsx";

export type ListenBarProps = {
  id: string;
  title: string;
  source: string | undefined;
  /** Of the article: BCP 47. */
  language: string | undefined;
  /** The article's text on the page. */
  text: HTMLElement;
  settings: Settings;
  onSettings: (settings: Settings) => void;
  places: ReadingPlaces;
  /** Whether it was asked for just now: then the focus comes to it. */
  hasFocus: boolean;
  /** Goes to the story beside this one; false where there is none. */
  onWay: (which: "next" | "prev") => boolean;
  onClose: () => void;
};

/** Reads an article aloud, from where the reader is, within thumb's reach. */
export function ListenBar(props: ListenBarProps) {
  const { text, title, source, language, settings, onSettings, onWay, onClose, hasFocus } = props;
  const { say } = useMessages(messages);
  const tell = useTell();
  const bar = useRef<HTMLElement>(null);
  const heard = useMemo(() => hearText(text, language), [text, language]);
  const player = useMemo(() => createPlayer(heard.sentences, window.speechSynthesis), [heard]);
  const state = useSyncExternalStore(player.subscribe, player.getSnapshot);
  const { voices, choice } = useTuning(player, language, settings);
  const canRead = choice !== null && "voice" in choice && heard.sentences.length > 0;
  const notice = useNotice(choice, heard.sentences.length, state, language);
  useBeginning(player, heard, text, canRead);
  const [isAway, setAway] = useState(false);
  const back = useSentence(props, bar, heard, state, setAway);

  const isPlaying = state.status === "playing";
  const toggle = useCallback(() => {
    if (!canRead) return;
    if (player.getSnapshot().status === "playing") player.pause();
    else player.play();
  }, [player, canRead]);
  const steps = useSteps(player);
  const setPace = useCallback(
    (by: 1 | -1) => {
      const next = PACES[PACES.indexOf(settings.pace) + by];
      if (next !== undefined) onSettings({ ...settings, pace: next });
    },
    [settings, onSettings],
  );
  useDeed("listen", toggle);
  useDeed("sentenceOn", steps.on);
  useDeed("sentenceBack", steps.back);
  useDeed("paragraphOn", player.skip);
  useDeed(
    "faster",
    useCallback(() => setPace(1), [setPace]),
  );
  useDeed(
    "slower",
    useCallback(() => setPace(-1), [setPace]),
  );
  useMediaKeys(title, source, isPlaying, {
    play: () => !isPlaying && toggle(),
    pause: player.pause,
    nexttrack: () => onWay("next"),
    previoustrack: () => onWay("prev") || player.step(-heard.sentences.length),
    seekforward: steps.on,
    seekbackward: steps.back,
  });
  useEffect(() => {
    if (state.status === "ended") onWay("next");
  }, [state.status, onWay]);

  const main = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (hasFocus) main.current?.focus({ preventScroll: true });
  }, [hasFocus]);
  const share = state.status === "ended" ? 1 : state.at / Math.max(1, heard.sentences.length);
  return (
    <section ref={bar} aria-label={say("name")} className="listen-bar no-print">
      <div className="heard-so-far" style={{ inlineSize: `${100 * share}%` }} />
      <p role="status" className={notice ? "px-5 pt-3 text-small text-soft" : "sr-only"}>
        {notice}
      </p>
      {isAway ? (
        <p className="text-center">
          <button
            type="button"
            onClick={back}
            className="min-h-11 px-4 text-small text-soft underline decoration-accent underline-offset-4 hover:text-ink"
          >
            {say("away")}
          </button>
        </p>
      ) : null}
      <div className="flex items-center justify-center wide:gap-2 wide:py-1">
        <VoicePanel
          voices={voices ?? []}
          voice={choice && "voice" in choice ? choice.voice : null}
          language={language}
          settings={settings}
          onSettings={onSettings}
          onPace={setPace}
        />
        <Control label={say("back")} onPress={steps.back} isOff={!canRead}>
          <path d="M18 6 10 12l8 6zM6 6v12" />
        </Control>
        <button
          ref={main}
          type="button"
          aria-label={say(isPlaying ? "pause" : "play")}
          aria-disabled={!canRead}
          onClick={toggle}
          className="my-1.5 grid size-12 wide:mx-1 place-items-center rounded-full bg-ink text-page aria-disabled:opacity-40"
        >
          <svg viewBox="0 0 24 24" aria-hidden="true" className="icon">
            <path
              fill={isPlaying ? "none" : "currentColor"}
              strokeWidth="2.4"
              d={isPlaying ? "M9 6v12M15 6v12" : "M8.5 6v12l9-6z"}
            />
          </svg>
        </button>
        <Control label={say("on")} onPress={steps.on} isOff={!canRead}>
          <path d="m6 6 8 6-8 6zM18 6v12" />
        </Control>
        <Control label={say("paragraph")} onPress={player.skip} isOff={!canRead}>
          <path d="M5 5h14M5 9.5h9M5 14h6M17 11v8M13.5 15.5 17 19l3.5-3.5" />
        </Control>
        <Control
          label={say("story")}
          onPress={() => {
            if (!onWay("next")) tell({ text: say("noStory") });
          }}
          isOff={false}
        >
          <path d="m4 6 7 6-7 6zM12 6l7 6-7 6zM21 6v12" />
        </Control>
        <button
          type="button"
          aria-label={say("close")}
          title={say("close")}
          onClick={onClose}
          className="grid size-11 place-items-center rounded-full text-soft hover:text-ink"
        >
          <Icon name="close" />
        </button>
      </div>
    </section>
  );
}

/** Begins where the reader is; afterwards it plays or not as the reader has it. */
function useBeginning(player: Player, heard: HeardText, text: HTMLElement, canRead: boolean): void {
  const isWished = useRef(true);
  useEffect(
    () => () => {
      // Of a text that is drawn anew the reading goes on.
      isWished.current ||= player.getSnapshot().status === "playing";
      player.pause();
    },
    [player],
  );
  useEffect(() => {
    if (!canRead) return player.pause();
    if (!isWished.current) return;
    isWished.current = false;
    const around = paneOf(text);
    player.play(around && around.pane.scrollTop > 0 ? sentenceBelow(heard, around.edge()) : 0);
  }, [player, heard, text, canRead]);
}

function useSteps(player: Player) {
  return useMemo(() => ({ on: () => player.step(1), back: () => player.step(-1) }), [player]);
}

function Control({
  label,
  onPress,
  isOff,
  children,
}: {
  label: string;
  onPress: () => void;
  isOff: boolean;
  children: ReactNode;
}) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      aria-disabled={isOff}
      onClick={() => {
        if (!isOff) onPress();
      }}
      className="grid size-11 place-items-center rounded-full text-soft hover:text-ink aria-disabled:opacity-40"
    >
      <svg viewBox="0 0 24 24" aria-hidden="true" className="icon rtl:-scale-x-100">
        {children}
      </svg>
    </button>
  );
}
