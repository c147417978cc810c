import { useEffect } from "react";
import { Arriving } from "./arriving.tsx";
import { Backup, Exports } from "./leaving.tsx";

/** How what one has on this device leaves it, and how it comes in again. */
export function TransferPage() {
  useEffect(() => {
    document.title = "Backup and moving";
  }, []);
  return (
    <div className="mx-auto max-w-[38rem] space-y-10 px-5 py-8 wide:px-10 wide:py-12">
      <div>
        <h1 tabIndex={-1} className="font-serif text-title font-medium tracking-tight outline-none">
          Backup and moving
        </h1>
        <p className="mt-1 text-small text-soft">
          What you keep is on this device alone. Here it leaves as files of yours, and comes in
          again. Nothing is sent anywhere.
        </p>
      </div>
      <Backup />
      <Arriving />
      <Exports />
    </div>
  );
}
