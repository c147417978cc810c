import { Suspense, useEffect } from "react";
import { useSettings } from "#data/device/device.ts";
import { page } from "#model/address.ts";
import type { Settings } from "#model/settings.ts";
import { Link } from "#ui/link.tsx";
import { useMessages } from "#ui/messages/messages.tsx";
import { createPart } from "#ui/part.tsx";
import { AppSettings } from "#ui/settings/app-settings.tsx";
import { Fold } from "#ui/settings/fold.tsx";
import formMessages from "#ui/settings/settings-form.messages.json";
import { AllAtFirst } from "#ui/settings/settings-form.tsx";
import { TextSettings } from "#ui/settings/text-settings.tsx";
import { ThemeChoice } from "#ui/settings/theme-choice.tsx";
import { Icon } from "#ui/shell/icon.tsx";
import { MutedPart } from "./muted-part.tsx";
import { ReadingPart } from "./reading-part.tsx";
import messages from "./settings-page.messages.json";
import { StoragePart } from "./storage-part.tsx";

// What keeps stories is shared with the list, and is no part of what the app loads first.
const KeepOffline = createPart(async () => (await import("./keep-offline.tsx")).KeepOffline);

// Few choose other keys.
const KeysPart = createPart(async () => (await import("./keys-part.tsx")).KeysPart);

/** The reader's settings, kept on this device. On a phone all that there is to choose is in sight at once. */
export function SettingsPage() {
  const [settings, onChange] = useSettings();
  const { say } = useMessages(messages);
  const { say: sayOfForm } = useMessages(formMessages);
  const change = (part: Partial<Settings>) => onChange({ ...settings, ...part });
  useEffect(() => {
    document.title = say("title");
  }, [say]);
  const form = { settings, onChange: change, name: "settings" };
  return (
    <div className="mx-auto max-w-[40.4rem] px-5 py-6 wide:px-10 wide:py-12">
      <h1 tabIndex={-1} className="font-serif text-title font-medium tracking-tight outline-none">
        {say("title")}
      </h1>
      <p className="mt-1 mb-6 font-serif text-lead text-soft text-pretty">{say("about")}</p>
      <div className="mb-3">
        <ThemeChoice {...form} />
      </div>
      <Fold id="text" title={say("text")} isOpen>
        <TextSettings {...form} />
        {/* Below what sets it, so that no control moves while one sets it. */}
        <p className="prose mt-3" aria-hidden="true">
          {say("sample")}
        </p>
      </Fold>
      <Fold id="app" title={say("app")} state={sayOfForm(settings.density)}>
        <AppSettings {...form} />
      </Fold>
      <ReadingPart />
      <MutedPart />
      <Suspense>
        <KeysPart />
      </Suspense>
      <Suspense>
        <KeepOffline />
      </Suspense>
      <StoragePart />
      <p className="border-y border-rule">
        <Link
          to={page.transfer.to()}
          className="flex min-h-14 items-center justify-between font-serif text-head leading-tight font-medium tracking-tight hover:text-accent"
        >
          {say("transfer")}
          <Icon name="next" className="!size-4 text-faint rtl:-scale-x-100" />
        </Link>
      </p>
      <AllAtFirst settings={settings} onChange={onChange} />
    </div>
  );
}
