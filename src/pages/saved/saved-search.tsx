import { useEffect, useRef } from "react";
import { useMessages } from "#ui/messages/messages.tsx";
import { Icon } from "#ui/shell/icon.tsx";
import messages from "./saved-search.messages.json";

/** Finds saved stories by the words of their titles. */
export function SavedSearch({
  words,
  onChange,
}: {
  words: string;
  onChange: (words: string) => void;
}) {
  const { say } = useMessages(messages);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    // What is being typed is ahead of the address; a link that changes the words is not.
    if (field.current && field.current !== document.activeElement) field.current.value = words;
  }, [words]);
  return (
    <label className="flex min-h-11 items-center gap-2 text-faint">
      <Icon name="search" className="!size-4" />
      <span className="sr-only">{say("name")}</span>
      <input
        ref={field}
        type="search"
        defaultValue={words}
        onChange={(event) => onChange(event.target.value)}
        placeholder={say("find")}
        autoComplete="off"
        className="min-h-11 w-20 bg-transparent text-small text-ink outline-none placeholder:text-faint"
      />
    </label>
  );
}
