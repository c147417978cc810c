import { useMessages } from "#ui/messages/messages.tsx";
import { keysInWords } from "./bindings.ts";
import messages from "./commands.messages.json";

/** Keys as they stand on the keyboard; for a command that has none, that. */
export function Keys({ keys }: { keys: readonly string[] }) {
  const { say } = useMessages(messages);
  if (keys.length === 0) return <span className="text-small text-faint">{say("noKey")}</span>;
  return (
    <span className="flex flex-wrap justify-end gap-x-3" dir="ltr">
      {keys.map((each) => (
        <span key={each} className="flex gap-1">
          {keysInWords(each).map((word, index) => (
            <kbd
              // biome-ignore lint/suspicious/noArrayIndexKey: the same key may be pressed twice.
              key={index}
              className="min-w-6 border border-rule bg-page px-1.5 py-0.5 text-center font-sans text-small leading-tight text-soft"
            >
              {word}
            </kbd>
          ))}
        </span>
      ))}
    </span>
  );
}
