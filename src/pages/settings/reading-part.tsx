import { useSettings } from "#data/device/device.ts";
import { undoAct, useActs } from "#data/device/reading-acts.ts";
import { messagesOf, useMessages, useSpeech } from "#ui/messages/messages.tsx";
import { Fold } from "#ui/settings/fold.tsx";
import ways from "#ui/shell/ways.messages.json";
import { actWords } from "#ui/story/act-words.ts";
import { useTell } from "#ui/tell.tsx";
import { useCalendar } from "#ui/when.tsx";
import messages from "./reading-part.messages.json";

/** What marks stories as read, and what was marked lately with the way back. */
export function ReadingPart() {
  const { say } = useMessages(messages);
  const [settings, change] = useSettings();
  return (
    <Fold id="reading" title={say("title")}>
      <label className="flex min-h-11 cursor-pointer items-center gap-3">
        <input
          type="checkbox"
          className="size-5 shrink-0 accent-accent"
          checked={settings.marksWhileScrolling}
          onChange={(event) => change({ ...settings, marksWhileScrolling: event.target.checked })}
        />
        {say("whileScrolling")}
      </label>
      <p className="ms-8 text-small text-faint">{say("unreadStays")}</p>
      {"setAppBadge" in navigator ? (
        <label className="mt-2 flex min-h-11 cursor-pointer items-center gap-3">
          <input
            type="checkbox"
            className="size-5 shrink-0 accent-accent"
            checked={settings.showsBadge}
            onChange={(event) => change({ ...settings, showsBadge: event.target.checked })}
          />
          {say("badge")}
        </label>
      ) : null}
      <LatelyMarked />
    </Fold>
  );
}

function LatelyMarked() {
  const speech = useSpeech();
  const { say } = messagesOf(messages, speech);
  const { say: sayWay } = useMessages(ways);
  const acts = useActs();
  const tell = useTell();
  const calendar = useCalendar();
  if (acts.length === 0) return null;
  return (
    <details className="mt-3">
      <summary className="min-h-11 cursor-pointer py-3">{say("lately")}</summary>
      <ul>
        {acts.map(({ name, act }) => (
          <li key={name} className="flex items-center gap-4 border-b border-rule">
            <span className="min-w-0 flex-1 py-2 [overflow-wrap:anywhere]">
              {actWords(act, speech)}
              <span className="block text-small text-faint">{calendar.full(act.at)}</span>
            </span>
            <button
              type="button"
              aria-label={say("undoOne", { words: actWords(act, speech) })}
              className="min-h-11 px-2 underline decoration-accent underline-offset-4"
              onClick={() => {
                undoAct(name);
                tell({ text: say("undone", { words: actWords(act, speech) }) });
              }}
            >
              {sayWay("undo")}
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}
