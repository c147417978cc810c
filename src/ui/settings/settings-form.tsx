import { LANGUAGE_NAMES } from "#model/language.ts";
import { DEFAULT_SETTINGS, PICTURES, type Settings, SPOKEN, THEMES } from "#model/settings.ts";
import { Choice } from "./choice.tsx";
import { TextSettings } from "./text-settings.tsx";

const THEME_NAMES: Record<Settings["theme"], string> = {
  system: "As the system",
  paper: "Paper",
  sepia: "Sepia",
  dusk: "Dusk",
  night: "Night",
};
const PICTURES_NAMES: Record<Settings["pictures"], string> = {
  always: "Always",
  articles: "Only in stories I open",
  never: "Never",
};

/** How the app looks and what it loads: every change shows at once. */
export function SettingsForm({
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
      <Choice
        legend="Theme"
        name={`${name}-theme`}
        values={THEMES}
        names={THEME_NAMES}
        value={settings.theme}
        onChange={(theme) => change({ theme })}
      />
      <TextSettings settings={settings} onChange={change} name={name} />
      <div className="mt-3 border-t border-rule pt-3">
        <Choice
          legend="Language of the app"
          name={`${name}-language`}
          values={SPOKEN}
          names={{ edition: "The edition’s", ...LANGUAGE_NAMES }}
          value={settings.language}
          onChange={(language) => change({ language })}
        />
        <Choice
          legend="Load pictures from other sites"
          name={`${name}-pictures`}
          values={PICTURES}
          names={PICTURES_NAMES}
          value={settings.pictures}
          onChange={(pictures) => change({ pictures })}
        >
          A site that a picture is loaded from learns your network address and the time, though not
          what you read.
        </Choice>
      </div>
      <button
        type="button"
        onClick={() => onChange(DEFAULT_SETTINGS)}
        className="mt-2 min-h-11 text-small underline decoration-accent underline-offset-4"
      >
        Put everything back
      </button>
    </form>
  );
}
