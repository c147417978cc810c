import type { ReactNode } from "react";
import { useSaved } from "#data/device/device.ts";
import { page } from "#model/address.ts";
import { type Address, Link } from "#ui/link.tsx";
import { useMessages } from "#ui/messages/messages.tsx";
import messages from "./saved-welcome.messages.json";

/** What stands beside the saved list on wide screens until a story is chosen. */
export function SavedWelcome() {
  const { say } = useMessages(messages);
  const { records, isComplete } = useSaved();
  const texts = records.filter(({ link }) => link === undefined);
  const minutes = texts.reduce((sum, { summary }) => sum + summary.minutes, 0);
  if (records.length === 0 && !isComplete) return null;
  // The list itself says that it is empty, how to save, and where a backup is taken in.
  return records.length === 0 ? (
    <Words text={say("empty")}>
      <Way to={{ ...page.settings.to(), hash: "#offline" }}>{say("ahead")}</Way>
    </Words>
  ) : (
    <Words text={say("kept", { count: records.length, minutes })}>
      <Way to={{ ...page.settings.to(), hash: "#storage" }}>{say("space")}</Way>
      <Way to={page.transfer.to()}>{say("transfer")}</Way>
    </Words>
  );
}

function Words({ text, children }: { text: string; children: ReactNode }) {
  return (
    <div className="grid h-full place-items-center px-10">
      <div className="max-w-[26rem] text-center text-soft">
        <p className="font-serif text-head text-balance">{text}</p>
        <p className="mt-4 flex flex-wrap justify-center gap-x-6 text-small">{children}</p>
      </div>
    </div>
  );
}

function Way({ to, children }: { to: Address; children: ReactNode }) {
  return (
    <Link
      to={to}
      className="inline-flex min-h-11 items-center underline decoration-accent underline-offset-4 hover:text-ink"
    >
      {children}
    </Link>
  );
}
