import { Suspense, useCallback, useEffect, useRef, useState } from "react";
import { BarButton } from "#ui/article/article-bar.tsx";
import { deedNow, useDeed } from "#ui/keys/deeds.ts";
import { useMessages } from "#ui/messages/messages.tsx";
import { createPart } from "#ui/part.tsx";
import { useTell } from "#ui/tell.tsx";
import type { ListenBarProps } from "./listen-bar.tsx";
import messages from "./listener.messages.json";

// Who only reads never loads it.
const ListenBar = createPart<ListenBarProps>(() =>
  import("./listen-bar.tsx").then((module) => module.ListenBar),
);

/** The address of the story at which a listener goes on, from the one before it until that is there. */
let goesOnAt: string | null = null;

type Listened = Omit<ListenBarProps, "text" | "hasFocus" | "onWay" | "onClose">;

/**
 * Lets an article be listened to. Another article needs another component.
 *
 * @param onBody is told of the article's text, as without this.
 * @returns the button, the bar once it is pressed, and what the text's element is to be handed to.
 */
export function useListener(listened: Listened, onBody: (body: HTMLElement) => () => void) {
  const { say } = useMessages(messages);
  const tell = useTell();
  const [isOn, setOn] = useState(() => goesOnAt === location.href);
  // What is told of the text asks for no state: it would be told of it anew.
  const wantsText = useRef(isOn);
  const wasPressed = useRef(false);
  const button = useRef<HTMLSpanElement>(null);
  // Whoever does not listen needs no further drawing of the page when its text is there.
  const body = useRef<HTMLElement>(null);
  const [text, setText] = useState<HTMLElement | null>(null);
  useEffect(() => {
    goesOnAt = null;
  }, []);
  useEffect(() => {
    wantsText.current = isOn;
  }, [isOn]);

  const open = useCallback(() => {
    if (!("speechSynthesis" in window)) return tell({ text: say("cannot") });
    void ListenBar.load().then(
      () => {
        wasPressed.current = true;
        setText(body.current);
        setOn(true);
      },
      () => tell({ text: say("notLoaded") }),
    );
  }, [tell, say]);
  useDeed("listen", isOn ? null : open);

  const onText = useCallback(
    (element: HTMLElement) => {
      body.current = element;
      if (wantsText.current) setText(element);
      const end = onBody(element);
      return () => {
        body.current = null;
        end();
      };
    },
    [onBody],
  );

  return {
    onBody: onText,
    button: (
      <span ref={button} className="contents">
        <BarButton
          label={say("listen")}
          icon="listen"
          onPress={() => (isOn ? deedNow("listen")?.() : open())}
        />
      </span>
    ),
    bar:
      isOn && text ? (
        <Suspense>
          <ListenBar
            {...listened}
            text={text}
            hasFocus={wasPressed.current}
            onWay={goToBeside}
            onClose={() => {
              setOn(false);
              button.current?.querySelector("button")?.focus();
            }}
          />
        </Suspense>
      ) : null,
  };
}

/** Goes on listening to the story after or before this one; false where there is none. */
function goToBeside(which: "next" | "prev"): boolean {
  const way = document.querySelector<HTMLAnchorElement>(`#main-pane a[rel=${which}]`);
  if (!way) return false;
  goesOnAt = way.href;
  way.click();
  return true;
}
