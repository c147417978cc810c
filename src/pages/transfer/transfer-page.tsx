import { useEffect } from "react";
import { useMessages } from "#ui/messages/messages.tsx";
import { Arriving } from "./arriving.tsx";
import { Backup, Exports } from "./leaving.tsx";
import messages from "./transfer.messages.json";

/** How what one has on this device leaves it, and how it comes in again. */
export function TransferPage() {
  const { say } = useMessages(messages);
  useEffect(() => {
    document.title = say("title");
  }, [say]);
  return (
    <div className="mx-auto max-w-[40.4rem] space-y-10 px-5 py-6 wide:px-10 wide:py-12">
      <div>
        <h1 tabIndex={-1} className="font-serif text-title font-medium tracking-tight outline-none">
          {say("title")}
        </h1>
        <p className="mt-1 font-serif text-lead text-soft text-pretty">{say("about")}</p>
      </div>
      <Backup />
      <Arriving />
      <Exports />
    </div>
  );
}
