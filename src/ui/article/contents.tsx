import { useState } from "react";
import type { Article } from "#model/article.ts";
import { useMessages } from "#ui/messages/messages.tsx";
import { Panel } from "#ui/panel.tsx";
import { BarButton } from "./article-bar.tsx";
import messages from "./contents.messages.json";

const FEWEST_HEADINGS = 4;
const FEWEST_MINUTES = 4;

/** Says whether an article is so long and so divided that a list of its parts helps. */
export function hasContents({ body, minutes }: Pick<Article, "body" | "minutes">): boolean {
  const headings = body.match(/<h[1-4][\s>]/gi)?.length ?? 0;
  return minutes >= FEWEST_MINUTES && headings >= FEWEST_HEADINGS;
}

type Part = { heading: HTMLElement; words: string; isWithin: boolean; isHere: boolean };

/** The parts of the article that is open in the same pane, each a way to it. */
export function Contents() {
  const { say } = useMessages(messages);
  const [parts, setParts] = useState<readonly Part[]>([]);
  return (
    <>
      <BarButton label={say("contents")} icon="contents" popover="contents" />
      <Panel id="contents" title={say("contents")} onOpen={(panel) => setParts(partsAround(panel))}>
        <ol className="pb-2">
          {parts.map(({ heading, words, isWithin, isHere }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two parts may have one name, and they never change places.
            <li key={index}>
              <button
                type="button"
                aria-current={isHere ? "location" : undefined}
                onClick={({ currentTarget }) => {
                  currentTarget.closest<HTMLElement>("[popover]")?.hidePopover();
                  goTo(heading);
                }}
                className={`flex min-h-11 w-full items-center py-1.5 text-start font-serif text-lead leading-snug text-soft hover:text-ink aria-[current]:text-accent ${isWithin ? "ps-5" : ""}`}
              >
                <bdi>{words}</bdi>
              </button>
            </li>
          ))}
        </ol>
      </Panel>
    </>
  );
}

function partsAround(panel: HTMLElement): Part[] {
  const pane = panel.closest(".pane");
  const headings = [...(pane?.querySelectorAll<HTMLElement>(".prose :is(h2, h3, h4)") ?? [])];
  const top = Math.min(...headings.map(({ localName }) => Number(localName.slice(1))));
  // The part that one reads has its heading above the middle of what is seen.
  const line = (pane?.getBoundingClientRect().top ?? 0) + (pane?.clientHeight ?? 0) / 3;
  const here = headings.findLast((heading) => heading.getBoundingClientRect().top < line);
  return headings
    .filter(({ localName }) => Number(localName.slice(1)) <= top + 1)
    .map((heading) => ({
      heading,
      words: heading.textContent?.trim() ?? "",
      isWithin: Number(heading.localName.slice(1)) > top,
      isHere: heading === here,
    }));
}

function goTo(heading: HTMLElement): void {
  // Whoever reads with the keyboard or a screen reader goes on from there.
  heading.tabIndex = -1;
  heading.scrollIntoView({ block: "start" });
  heading.focus({ preventScroll: true });
}
