import { COMMAND_GROUPS, type Command } from "#model/command.ts";
import { Dialog } from "#ui/dialog.tsx";
import { useMessages } from "#ui/messages/messages.tsx";
import messages from "./commands.messages.json";
import { Keys } from "./keys.tsx";

/** All that can be done by a key, from the table that binds the keys. */
export function HelpSheet({
  commands,
  onClose,
}: {
  commands: readonly Command[];
  onClose: () => void;
}) {
  const { say } = useMessages(messages);
  return (
    <Dialog title={say("title")} onClose={onClose}>
      <div className="gap-x-12 [columns:20rem_2]">
        {COMMAND_GROUPS.map((group) => (
          <section
            key={group}
            aria-labelledby={`keys-${group}`}
            className="break-inside-avoid pt-4"
          >
            <h3
              id={`keys-${group}`}
              className="text-label font-semibold tracking-[0.09em] text-faint uppercase"
            >
              {say(group)}
            </h3>
            <dl>
              {commands
                .filter((each) => each.group === group)
                .map(({ id, keys }) => (
                  <div
                    key={id}
                    className="flex min-h-9 items-center justify-between gap-6 border-b border-rule py-1"
                  >
                    <dt>{say(id)}</dt>
                    <dd>
                      <Keys keys={keys.slice(0, 1)} />
                    </dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
