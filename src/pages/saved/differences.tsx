import { diffWordsWithSpace } from "diff";
import { useMemo } from "react";
import type { Article } from "#model/article.ts";
import { plainParagraphs } from "#ui/article-body/plain-text.ts";
import { useMessages } from "#ui/messages/messages.tsx";
import messages from "./differences.messages.json";

/** Milliseconds after which two texts count as too different to be compared word by word. */
const PATIENCE = 2_000;
/** So much of what is the same stands around a change. */
const CONTEXT = 160;

/** What the edition changed of a story, word by word: text, and no part of the story's own form. */
export function Differences({ before, after }: { before: Article; after: Article }) {
  const { say } = useMessages(messages);
  const parts = useMemo(
    () => diffWordsWithSpace(wordsOf(before), wordsOf(after), { timeout: PATIENCE }),
    [before, after],
  );
  if (!parts) return <p className="py-2">{say("tooMany")}</p>;
  if (parts.every(({ added, removed }) => !(added || removed))) {
    return <p className="py-2">{say("same")}</p>;
  }
  return (
    <div
      dir="auto"
      lang={after.language ?? before.language}
      className="my-2 max-h-[50dvh] overflow-y-auto border-t border-rule pt-3 font-serif text-lead leading-normal whitespace-pre-line text-ink [overflow-wrap:anywhere]"
    >
      {parts.map(({ value, added, removed }, at) => {
        // Parts have no names, and never change places.
        const key = `${at}`;
        if (added)
          return (
            <ins key={key} className="bg-mark no-underline">
              {value}
            </ins>
          );
        if (removed)
          return (
            <del key={key} className="text-soft decoration-accent">
              {value}
            </del>
          );
        return <span key={key}>{shortened(value, at === 0, at === parts.length - 1)}</span>;
      })}
    </div>
  );
}

function wordsOf({ title, description, body }: Article): string {
  return [title, description ?? "", ...plainParagraphs(body)].filter(Boolean).join("\n\n");
}

function shortened(text: string, isFirst: boolean, isLast: boolean): string {
  if (text.length <= 3 * CONTEXT) return text;
  const head = isFirst ? "" : text.slice(0, CONTEXT);
  const tail = isLast ? "" : text.slice(-CONTEXT);
  return `${head} […] ${tail}`;
}
