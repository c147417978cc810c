import { memo, useState } from "react";
import { changeSettings, settingsNow, useSetting } from "#data/device/device.ts";
import { type Command, chooseKeys, commandsWith } from "#model/command.ts";
import commandMessages from "#ui/keys/commands.messages.json";
import { KeyRecorder } from "#ui/keys/key-recorder.tsx";
import { Keys } from "#ui/keys/keys.tsx";
import { useMessages } from "#ui/messages/messages.tsx";
import { Fold } from "#ui/settings/fold.tsx";
import messages from "./keys-part.messages.json";

/** Which key does what, as the reader wants it; whatever else is chosen beside it draws none of it anew. */
export const KeysPart = memo(function KeysPart() {
  const chosen = useSetting(({ keys }) => keys);
  const { say } = useMessages(messages);
  const commands = commandsWith(chosen);
  return (
    <Fold id="keys" title={say("title")}>
      <p className="text-small text-faint">{say("how")}</p>
      <h3 className="mt-3 text-small font-semibold">{say("all")}</h3>
      <ul>
        {commands.map((command) => (
          <KeyRow
            key={command.id}
            command={command}
            isOwn={Object.hasOwn(chosen, command.id)}
            onKeys={(keys) =>
              changeSettings({ ...settingsNow(), keys: chooseKeys(chosen, command.id, keys) })
            }
          />
        ))}
      </ul>
    </Fold>
  );
});

function KeyRow({
  command: { id, keys },
  isOwn,
  onKeys,
}: {
  command: Command;
  isOwn: boolean;
  onKeys: (keys: readonly string[] | null) => void;
}) {
  const { say } = useMessages(messages);
  const { say: sayOfCommand } = useMessages(commandMessages);
  const [isRecording, setRecording] = useState(false);
  const name = sayOfCommand(id);
  return (
    <li className="flex flex-wrap items-center gap-x-4 border-b border-rule">
      <span className="min-w-40 flex-1 py-2">{name}</span>
      {isRecording ? (
        <KeyRecorder
          words={say("press")}
          onKeys={(next) => {
            setRecording(false);
            if (next) onKeys([next]);
          }}
        />
      ) : (
        <Keys keys={keys} />
      )}
      <button
        type="button"
        aria-label={say("changeOf", { name })}
        aria-pressed={isRecording}
        className="min-h-11 text-small underline decoration-accent underline-offset-4"
        onClick={() => setRecording(!isRecording)}
      >
        {say("change")}
      </button>
      {isOwn ? (
        <button
          type="button"
          aria-label={say("backOf", { name })}
          className="min-h-11 text-small underline decoration-accent underline-offset-4"
          onClick={() => onKeys(null)}
        >
          {say("back")}
        </button>
      ) : null}
    </li>
  );
}
