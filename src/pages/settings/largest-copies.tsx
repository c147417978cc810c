import { useMemo, useState } from "react";
import { unsaveArticle } from "#data/device/device.ts";
import { page } from "#model/address.ts";
import type { SavedRecord } from "#model/saved.ts";
import { Link } from "#ui/link.tsx";
import { messagesOf, useLanguage, useSpeech } from "#ui/messages/messages.tsx";
import { copyFailure } from "#ui/story/copy-failure.ts";
import { saveMessage } from "#ui/story/save-messages.ts";
import { sizeWords } from "#ui/story/save-words.ts";
import { useTell } from "#ui/tell.tsx";
import messages from "./largest-copies.messages.json";

const FIRST = 5;
const MORE = 50;

/** About the bytes that a copy takes: browsers store packed text with two bytes to a character, in two places. */
export function sizeOf({ size, body, pictures }: SavedRecord): number {
  const places = body === "local" ? 2 : 1;
  return size * 2 * places + (pictures?.bytes ?? 0);
}

/** The saved stories that take the most space, each of which can be taken out. */
export function LargestCopies({
  records,
  onRemoved,
}: {
  records: readonly SavedRecord[];
  onRemoved: () => void;
}) {
  const speech = useSpeech();
  const { say } = messagesOf(messages, speech);
  const { locale } = useLanguage();
  const tell = useTell();
  const [most, setMost] = useState(FIRST);
  const sorted = useMemo(() => records.toSorted((a, b) => sizeOf(b) - sizeOf(a)), [records]);
  if (sorted.length === 0) return null;
  const takeOut = (id: string) => {
    unsaveArticle(id).then(
      (undo) => {
        onRemoved();
        tell(saveMessage({ kind: "unsaved", undo: () => void undo().then(onRemoved) }, speech));
      },
      (error: Error) => tell({ text: copyFailure(error, speech) }),
    );
  };
  return (
    <div className="mt-6">
      <h3 className="text-small font-semibold">{say("title")}</h3>
      <ol className="mt-1">
        {sorted.slice(0, most).map((record) => (
          <li key={record.id} className="flex items-center gap-4 border-b border-rule">
            <Link
              to={page.saved.to(record.id)}
              className="min-w-0 flex-1 py-2.5 font-serif text-lead leading-snug [overflow-wrap:anywhere] hover:text-accent"
            >
              <bdi>{record.summary.title}</bdi>
            </Link>
            <span className="text-small text-faint tabular-nums">
              {sizeWords(sizeOf(record), locale)}
            </span>
            <button
              type="button"
              aria-label={say("takeOutOne", { title: record.summary.title })}
              onClick={() => takeOut(record.id)}
              className="min-h-11 text-small text-soft underline decoration-accent underline-offset-4 hover:text-ink"
            >
              {say("takeOut")}
            </button>
          </li>
        ))}
      </ol>
      {sorted.length > most ? (
        <button
          type="button"
          onClick={() => setMost(most + MORE)}
          className="min-h-11 text-small text-soft underline decoration-accent underline-offset-4 hover:text-ink"
        >
          {say("more")}
        </button>
      ) : null}
    </div>
  );
}
