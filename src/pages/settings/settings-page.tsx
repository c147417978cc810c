import { Suspense, useEffect } from "react";
import { Link } from "react-router-dom";
import { useSettings } from "#data/device/device.ts";
import { page } from "#model/address.ts";
import { useMessages } from "#ui/messages/messages.tsx";
import { createPart } from "#ui/part.tsx";
import { SettingsForm } from "#ui/settings/settings-form.tsx";
import { MutedPart } from "./muted-part.tsx";
import { ReadingPart } from "./reading-part.tsx";
import messages from "./settings-page.messages.json";
import { StoragePart } from "./storage-part.tsx";

// What keeps stories is shared with the list, and is no part of what the app loads first.
const KeepOffline = createPart(async () => (await import("./keep-offline.tsx")).KeepOffline);

// Few choose other keys.
const KeysPart = createPart(async () => (await import("./keys-part.tsx")).KeysPart);

/** The reader's settings, kept on this device. */
export function SettingsPage() {
  const [settings, change] = useSettings();
  const { say } = useMessages(messages);
  useEffect(() => {
    document.title = say("title");
  }, [say]);
  return (
    <div className="mx-auto max-w-[34rem] px-5 py-8 wide:px-10 wide:py-12">
      <h1 tabIndex={-1} className="font-serif text-title font-medium tracking-tight outline-none">
        {say("title")}
      </h1>
      <p className="mt-1 mb-8 text-small text-soft">{say("about")}</p>
      <SettingsForm settings={settings} onChange={change} name="settings">
        <div className="mt-3 mb-6 border-t border-rule pt-6" aria-hidden="true">
          <p className="prose">{say("sample")}</p>
        </div>
      </SettingsForm>
      <ReadingPart />
      <Suspense>
        <KeysPart />
      </Suspense>
      <MutedPart />
      <Suspense>
        <KeepOffline />
      </Suspense>
      <StoragePart />
      <p className="mt-10 border-t border-rule pt-4">
        <Link
          to={page.transfer.to()}
          className="inline-flex min-h-11 items-center underline decoration-accent underline-offset-4"
        >
          {say("transfer")}
        </Link>
      </p>
    </div>
  );
}
