import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Suspense, useState } from "react";
import { saveArticle } from "#data/device/device.ts";
import { manifestQuery } from "#data/edition/edition-queries.ts";
import { outliving } from "#data/edition/outliving.ts";
import type { Article } from "#model/article.ts";
import type { SavedRecord } from "#model/saved.ts";
import { messagesOf, useLanguage, useMessages, useSpeech } from "#ui/messages/messages.tsx";
import { createPart } from "#ui/part.tsx";
import { saveMessage } from "#ui/story/save-messages.ts";
import { useTell } from "#ui/tell.tsx";
import messages from "./edition-news.messages.json";
import { type EditionState, useEditionState } from "./use-edition-state.ts";

const Differences = createPart(async () => (await import("./differences.tsx")).Differences);

/** Says where the edition has gone on since an article was saved; the copy stays as it is until the reader says so. */
export function EditionNews({ article, record }: { article: Article; record: SavedRecord }) {
  const { say } = useMessages(messages);
  const [now] = useState(() => new Date());
  const state = useEditionState(record, now);
  switch (state.kind) {
    case "same":
      return null;
    case "dropped":
      return <News>{say("dropped")}</News>;
    case "expired":
      return <News>{say("expired")}</News>;
    case "changed":
      return <Changed article={article} state={state} />;
  }
}

function Changed({
  article,
  state,
}: {
  article: Article;
  state: EditionState & { kind: "changed" };
}) {
  const speech = useSpeech();
  const { say } = messagesOf(messages, speech);
  const tell = useTell();
  const client = useQueryClient();
  const manifest = useQuery(manifestQuery());
  const [isShown, setShown] = useState(false);
  const show = () => {
    Differences.load().then(
      () => setShown(!isShown),
      () => tell({ text: say("partMissing") }),
    );
  };
  const update = async () => {
    // The old text stays until the new one is stored.
    const next = outliving(state.article, client, manifest.data, article);
    const result = await saveArticle(next, state.digest);
    tell(
      result.kind === "saved"
        ? { text: say("updated") }
        : saveMessage({ kind: "failed", reason: result.reason }, speech),
    );
  };
  return (
    <News>
      {say("changed")}
      <span className="flex flex-wrap gap-x-6 [&>button]:min-h-11 [&>button]:underline [&>button]:decoration-accent [&>button]:underline-offset-4">
        <button type="button" aria-expanded={isShown} onClick={show}>
          {say(isShown ? "hide" : "show")}
        </button>
        <button type="button" onClick={() => void update()}>
          {say("update")}
        </button>
      </span>
      {isShown ? (
        <Suspense>
          <Differences before={article} after={state.article} />
        </Suspense>
      ) : null}
    </News>
  );
}

function News({ children }: { children: React.ReactNode }) {
  const { language } = useLanguage();
  return (
    <div
      role="note"
      lang={language}
      className="no-print mb-6 border-s-[3px] border-accent bg-raised px-4 py-2.5 text-small text-soft"
    >
      {children}
    </div>
  );
}
