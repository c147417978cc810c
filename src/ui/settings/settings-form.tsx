import { memo } from "react";
import { DEFAULT_SETTINGS, type Settings } from "#model/settings.ts";
import { useMessages } from "#ui/messages/messages.tsx";
import { AppSettings } from "./app-settings.tsx";
import messages from "./settings-form.messages.json";
import { TextSettings } from "./text-settings.tsx";
import { ThemeChoice } from "./theme-choice.tsx";

/** How the app looks and what it loads: every change shows at once. */
export const SettingsForm = memo(function SettingsForm({
  settings,
  onChange,
  name,
}: {
  settings: Settings;
  onChange: (settings: Settings) => void;
  /** Tells two forms on one page apart. */
  name: string;
}) {
  const change = (part: Partial<Settings>) => onChange({ ...settings, ...part });
  return (
    <form onSubmit={(event) => event.preventDefault()}>
      <ThemeChoice settings={settings} onChange={change} name={name} />
      <TextSettings settings={settings} onChange={change} name={name} />
      <div className="mt-3 border-t border-rule pt-3">
        <AppSettings settings={settings} onChange={change} name={name} />
      </div>
      <AllAtFirst settings={settings} onChange={onChange} />
    </form>
  );
});

/** Puts all of it back but the keys, which have a way back of their own. */
export function AllAtFirst({
  settings,
  onChange,
}: {
  settings: Settings;
  onChange: (settings: Settings) => void;
}) {
  const { say } = useMessages(messages);
  return (
    <button
      type="button"
      onClick={() => onChange({ ...DEFAULT_SETTINGS, keys: settings.keys })}
      className="mt-2 min-h-11 text-small underline decoration-accent underline-offset-4"
    >
      {say("reset")}
    </button>
  );
}
