import type { ReactNode } from "react";
import {
  DEFAULT_SETTINGS,
  LARGEST_TEXT,
  MEASURES,
  PICTURES,
  type Settings,
  SMALLEST_TEXT,
  THEMES,
  TYPEFACES,
} from "#model/settings.ts";

const THEME_NAMES: Record<Settings["theme"], string> = {
  system: "As the system",
  paper: "Paper",
  sepia: "Sepia",
  dusk: "Dusk",
  night: "Night",
};
const TYPEFACE_NAMES: Record<Settings["typeface"], string> = { serif: "Serif", sans: "Sans" };
const MEASURE_NAMES: Record<Settings["measure"], string> = {
  narrow: "Narrow",
  normal: "Normal",
  wide: "Wide",
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
    <form className="space-y-5" onSubmit={(event) => event.preventDefault()}>
      <Choice
        legend="Theme"
        name={`${name}-theme`}
        values={THEMES}
        names={THEME_NAMES}
        value={settings.theme}
        onChange={(theme) => change({ theme })}
      />
      <Choice
        legend="Typeface"
        name={`${name}-typeface`}
        values={TYPEFACES}
        names={TYPEFACE_NAMES}
        value={settings.typeface}
        onChange={(typeface) => change({ typeface })}
      />
      <Choice
        legend="Line length"
        name={`${name}-measure`}
        values={MEASURES}
        names={MEASURE_NAMES}
        value={settings.measure}
        onChange={(measure) => change({ measure })}
      />
      <fieldset>
        <legend className="text-small font-semibold text-ink">Text size</legend>
        <div className="mt-1 flex items-center gap-1">
          <SizeButton
            label="Smaller text"
            className="text-small"
            isOff={settings.textSize <= SMALLEST_TEXT}
            onPress={() => change({ textSize: settings.textSize - 1 })}
          />
          <output aria-label="Text size" className="min-w-24 text-center tabular-nums">
            {settings.textSize === 0
              ? "Normal"
              : `${settings.textSize > 0 ? "+" : "−"}${Math.abs(settings.textSize)}`}
          </output>
          <SizeButton
            label="Larger text"
            className="text-head"
            isOff={settings.textSize >= LARGEST_TEXT}
            onPress={() => change({ textSize: settings.textSize + 1 })}
          />
        </div>
      </fieldset>
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
      <button
        type="button"
        onClick={() => onChange(DEFAULT_SETTINGS)}
        className="min-h-11 text-small underline decoration-accent underline-offset-4"
      >
        Put everything back
      </button>
    </form>
  );
}

function Choice<T extends string>({
  legend,
  name,
  values,
  names,
  value,
  onChange,
  children,
}: {
  legend: string;
  name: string;
  values: readonly T[];
  names: Record<T, string>;
  value: T;
  onChange: (value: T) => void;
  /** What one should know before choosing. */
  children?: ReactNode;
}) {
  return (
    <fieldset>
      <legend className="text-small font-semibold text-ink">{legend}</legend>
      <div className="mt-1 flex flex-wrap gap-x-5">
        {values.map((each) => (
          <label
            key={each}
            className="inline-flex min-h-11 cursor-pointer items-center border-b-2 border-transparent text-soft has-checked:border-accent has-checked:text-ink has-focus-visible:outline-2 has-focus-visible:outline-accent"
          >
            <input
              type="radio"
              className="sr-only"
              name={name}
              value={each}
              checked={each === value}
              onChange={() => onChange(each)}
            />
            {names[each]}
          </label>
        ))}
      </div>
      {children === undefined ? null : <p className="mt-1.5 text-small text-faint">{children}</p>}
    </fieldset>
  );
}

function SizeButton({
  label,
  className,
  isOff,
  onPress,
}: {
  label: string;
  className: string;
  isOff: boolean;
  onPress: () => void;
}) {
  return (
    <button
      type="button"
      aria-label={label}
      aria-disabled={isOff}
      onClick={() => {
        if (!isOff) onPress();
      }}
      className={`grid size-11 place-items-center rounded-full font-serif text-soft hover:text-ink aria-disabled:opacity-40 ${className}`}
    >
      A
    </button>
  );
}
