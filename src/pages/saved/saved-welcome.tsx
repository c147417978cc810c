import { useSaved } from "#data/device/device.ts";
import { page } from "#model/address.ts";
import { Link } from "#ui/link.tsx";
import { useMessages } from "#ui/messages/messages.tsx";
import messages from "./saved-welcome.messages.json";

/** What stands beside the saved list on wide screens until a story is chosen. */
export function SavedWelcome() {
  const { say } = useMessages(messages);
  const { records, isComplete } = useSaved();
  const texts = records.filter(({ link }) => link === undefined);
  const minutes = texts.reduce((sum, { summary }) => sum + summary.minutes, 0);
  return (
    <div className="grid h-full place-items-center px-10">
      <div className="max-w-[26rem] text-center text-soft">
        <p className="font-serif text-head text-balance">
          {records.length === 0
            ? isComplete
              ? say("empty")
              : null
            : say("kept", { count: records.length, minutes })}
        </p>
        <p className="mt-4 flex flex-wrap justify-center gap-x-6 text-small">
          <Link
            to={{ ...page.settings.to(), hash: "#storage" }}
            className="inline-flex min-h-11 items-center underline decoration-accent underline-offset-4 hover:text-ink"
          >
            {say("space")}
          </Link>
          <Link
            to={page.transfer.to()}
            className="inline-flex min-h-11 items-center underline decoration-accent underline-offset-4 hover:text-ink"
          >
            {say("transfer")}
          </Link>
        </p>
      </div>
    </div>
  );
}
