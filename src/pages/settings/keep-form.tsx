import { useId, useState } from "react";
import { useTags } from "#data/offline/use-tags.ts";
import {
  type KeepChoice,
  MEGABYTE_CHOICES,
  MOST_OF_TAG,
  MOST_TAGS,
  NEWEST_CHOICES,
} from "#model/keep-offline.ts";
import { termKey } from "#model/term.ts";
import { useLanguage, useMessages } from "#ui/messages/messages.tsx";
import { Choice } from "#ui/settings/choice.tsx";
import messages from "./keep-form.messages.json";
import { megabytes } from "./keep-words.tsx";

const LINK = "min-h-11 underline decoration-accent underline-offset-4 hover:text-ink";

/** Which stories are to be kept, and how much space they may take. */
export function KeepForm({
  choice,
  onChange,
  isLooking,
  onLook,
}: {
  choice: KeepChoice;
  onChange: (choice: KeepChoice) => void;
  isLooking: boolean;
  onLook: () => void;
}) {
  const { say } = useMessages(messages);
  const { locale } = useLanguage();
  const since = useId();
  const { unreadSince, ...rest } = choice;
  return (
    <div className="stacked space-y-4">
      <Choice
        legend={say("newest")}
        name="keep-newest"
        values={NEWEST_CHOICES.map(String)}
        nameOf={(value) => (value === "0" ? say("none") : Number(value).toLocaleString(locale))}
        value={String(choice.newest)}
        onChange={(value) => onChange({ ...choice, newest: chosen(NEWEST_CHOICES, value) })}
      />
      <Tags choice={choice} onChange={onChange} />
      <div>
        <label htmlFor={since} className="text-small text-soft">
          {say("since")}
        </label>
        <div className="mt-1 flex items-center gap-4">
          <input
            id={since}
            type="date"
            value={unreadSince ?? ""}
            onChange={({ target: { value } }) =>
              onChange(value === "" ? rest : { ...rest, unreadSince: value })
            }
            className="min-h-11 border-b border-rule bg-transparent text-ink [color-scheme:inherit]"
          />
          {unreadSince === undefined ? null : (
            <button type="button" className={LINK} onClick={() => onChange(rest)}>
              {say("noDay")}
            </button>
          )}
        </div>
      </div>
      <Choice
        legend={say("atMost")}
        name="keep-megabytes"
        values={MEGABYTE_CHOICES.map(String)}
        nameOf={(value) => megabytes(Number(value), locale)}
        value={String(choice.megabytes)}
        onChange={(value) => onChange({ ...choice, megabytes: chosen(MEGABYTE_CHOICES, value) })}
      />
      <button
        type="button"
        className={LINK}
        aria-disabled={isLooking}
        onClick={() => {
          if (!isLooking) onLook();
        }}
      >
        {say(isLooking ? "looking" : "look")}
      </button>
    </div>
  );
}

/** The tags whose newest stories are kept. */
function Tags({
  choice,
  onChange,
}: {
  choice: KeepChoice;
  onChange: (choice: KeepChoice) => void;
}) {
  const { say } = useMessages(messages);
  const [text, setText] = useState("");
  const list = useId();
  const [isUnknown, setUnknown] = useState(false);
  const { most, isTag } = useTags();
  const { tags } = choice;
  const add = async () => {
    const key = termKey(text);
    if (key === "" || tags.includes(key) || tags.length >= MOST_TAGS) return;
    const isThere = await isTag(key).catch(() => false);
    setUnknown(!isThere);
    if (!isThere) return;
    onChange({ ...choice, tags: [...tags, key] });
    setText("");
  };
  return (
    <fieldset className="min-w-0">
      <legend className="text-small text-soft">{say("tags", { count: MOST_OF_TAG })}</legend>
      {tags.length === 0 ? null : (
        <ul className="mt-1 flex flex-wrap gap-x-5">
          {tags.map((tag) => (
            <li key={tag} className="flex items-center gap-1">
              <bdi>{tag}</bdi>
              <button
                type="button"
                aria-label={say("without", { label: tag })}
                className="grid size-11 place-items-center text-soft hover:text-ink"
                onClick={() => onChange({ ...choice, tags: tags.filter((each) => each !== tag) })}
              >
                ×
              </button>
            </li>
          ))}
        </ul>
      )}
      <div className="mt-1 flex flex-wrap items-center gap-2">
        <input
          list={list}
          value={text}
          aria-label={say("tag")}
          placeholder={say("tagField")}
          autoComplete="off"
          onChange={({ target }) => setText(target.value)}
          onKeyDown={(event) => {
            if (event.key === "Enter") void add();
          }}
          className="min-h-11 w-56 min-w-0 max-w-full border-b border-rule bg-transparent text-base text-ink placeholder:text-faint"
        />
        <datalist id={list}>
          {most.map(({ key, label }) => (
            <option key={key} value={label} />
          ))}
        </datalist>
        <button type="button" className={LINK} onClick={() => void add()}>
          {say("add")}
        </button>
      </div>
      <p role="status" className="text-small text-accent">
        {isUnknown ? say("noTag") : null}
      </p>
    </fieldset>
  );
}

function chosen<T extends number>(values: readonly T[], text: string): T {
  const found = values.find((value) => String(value) === text);
  if (found === undefined) throw new RangeError(text);
  return found;
}
