import type { ReactNode } from "react";
import { LANGUAGE_NAMES } from "#model/language.ts";
import {
  DEFAULT_SETTINGS,
  DENSITIES,
  PICTURES,
  type Settings,
  SPOKEN,
  THEMES,
} from "#model/settings.ts";
import { useMessages } from "#ui/messages/messages.tsx";
import { Choice } from "./choice.tsx";
import messages from "./settings-form.messages.json";
import { TextSettings } from "./text-settings.tsx";

/** How the app looks and what it loads: every change shows at once. */
export function SettingsForm({
  settings,
  onChange,
  name,
  children,
}: {
  settings: Settings;
  onChange: (settings: Settings) => void;
  /** Tells two forms on one page apart. */
  name: string;
  /** What shows how the text stands: below what sets it, so that no control moves while one sets it. */
  children?: ReactNode;
}) {
  const { say } = useMessages(messages);
  const change = (part: Partial<Settings>) => onChange({ ...settings, ...part });
  return (
    <form onSubmit={(event) => event.preventDefault()}>
      <Choice
        legend={say("theme")}
        name={`${name}-theme`}
        values={THEMES}
        nameOf={say}
        value={settings.theme}
        onChange={(theme) => change({ theme })}
      />
      <TextSettings settings={settings} onChange={change} name={name} />
      {children}
      <div className="mt-3 border-t border-rule pt-3">
        <Choice
          legend={say("language")}
          name={`${name}-language`}
          values={SPOKEN}
          nameOf={(each) => (each === "edition" ? say(each) : LANGUAGE_NAMES[each])}
          value={settings.language}
          onChange={(language) => change({ language })}
        />
        <Choice
          legend={say("density")}
          name={`${name}-density`}
          values={DENSITIES}
          nameOf={say}
          value={settings.density}
          onChange={(density) => change({ density })}
        />
        <Choice
          legend={say("pictures")}
          name={`${name}-pictures`}
          values={PICTURES}
          nameOf={say}
          value={settings.pictures}
          onChange={(pictures) => change({ pictures })}
        >
          {say("whoLearns")}
        </Choice>
      </div>
      <button
        type="button"
        onClick={() => onChange({ ...DEFAULT_SETTINGS, keys: settings.keys })}
        className="mt-2 min-h-11 text-small underline decoration-accent underline-offset-4"
      >
        {say("reset")}
      </button>
    </form>
  );
}
