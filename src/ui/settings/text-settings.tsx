import {
  ALIGNMENTS,
  DEFAULT_SETTINGS,
  HYPHENATIONS,
  MEASURES,
  type Settings,
  STEPS,
  TYPEFACES,
} from "#model/settings.ts";
import { Choice } from "./choice.tsx";
import { Stepper } from "./stepper.tsx";

const TYPEFACE_NAMES: Record<Settings["typeface"], string> = {
  serif: "Serif",
  sans: "Sans",
  legible: "Legible",
};
const MEASURE_NAMES: Record<Settings["measure"], string> = {
  narrow: "Narrow",
  normal: "Normal",
  wide: "Wide",
};
const ALIGNMENT_NAMES: Record<Settings["alignment"], string> = {
  start: "Ragged",
  justify: "Justified",
};
const HYPHENATION_NAMES: Record<Settings["hyphenation"], string> = {
  language: "By language",
  none: "None",
};

/** What is the text's alone: putting it back leaves the theme as it is. */
const TEXT_AT_FIRST = {
  typeface: DEFAULT_SETTINGS.typeface,
  measure: DEFAULT_SETTINGS.measure,
  textSize: 0,
  lineHeight: 0,
  letterSpacing: 0,
  wordSpacing: 0,
  alignment: DEFAULT_SETTINGS.alignment,
  hyphenation: DEFAULT_SETTINGS.hyphenation,
} satisfies Partial<Settings>;

/** How the text of an article is set. */
export function TextSettings({
  settings,
  onChange,
  name,
}: {
  settings: Settings;
  onChange: (part: Partial<Settings>) => void;
  name: string;
}) {
  return (
    <>
      <Choice
        legend="Typeface"
        name={`${name}-typeface`}
        values={TYPEFACES}
        names={TYPEFACE_NAMES}
        value={settings.typeface}
        onChange={(typeface) => onChange({ typeface })}
      />
      <Stepper
        legend="Text size"
        less="Smaller text"
        more="Larger text"
        isLetter={true}
        value={settings.textSize}
        range={STEPS.textSize}
        onChange={(textSize) => onChange({ textSize })}
      />
      <Stepper
        legend="Line height"
        less="Lines closer together"
        more="Lines further apart"
        value={settings.lineHeight}
        range={STEPS.lineHeight}
        onChange={(lineHeight) => onChange({ lineHeight })}
      />
      <Choice
        legend="Line length"
        name={`${name}-measure`}
        values={MEASURES}
        names={MEASURE_NAMES}
        value={settings.measure}
        onChange={(measure) => onChange({ measure })}
      />
      <Stepper
        legend="Letter spacing"
        less="Letters closer together"
        more="Letters further apart"
        value={settings.letterSpacing}
        range={STEPS.letterSpacing}
        onChange={(letterSpacing) => onChange({ letterSpacing })}
      />
      <Stepper
        legend="Word spacing"
        less="Words closer together"
        more="Words further apart"
        value={settings.wordSpacing}
        range={STEPS.wordSpacing}
        onChange={(wordSpacing) => onChange({ wordSpacing })}
      />
      <Choice
        legend="Alignment"
        name={`${name}-alignment`}
        values={ALIGNMENTS}
        names={ALIGNMENT_NAMES}
        value={settings.alignment}
        onChange={(alignment) => onChange({ alignment })}
      />
      <Choice
        legend="Hyphenation"
        name={`${name}-hyphenation`}
        values={HYPHENATIONS}
        names={HYPHENATION_NAMES}
        value={settings.hyphenation}
        onChange={(hyphenation) => onChange({ hyphenation })}
      />
      <button
        type="button"
        onClick={() => onChange(TEXT_AT_FIRST)}
        className="min-h-11 text-small underline decoration-accent underline-offset-4"
      >
        Set the text as at first
      </button>
    </>
  );
}
