import {
  ALIGNMENTS,
  DEFAULT_SETTINGS,
  HYPHENATIONS,
  MEASURES,
  type Settings,
  STEPS,
  TYPEFACES,
} from "#model/settings.ts";
import { useMessages } from "#ui/messages/messages.tsx";
import { Choice } from "./choice.tsx";
import type { FormPart } from "./form-part.ts";
import { Stepper } from "./stepper.tsx";
import messages from "./text-settings.messages.json";

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
export function TextSettings({ settings, onChange, name }: FormPart) {
  const { say } = useMessages(messages);
  return (
    <>
      <Choice
        legend={say("typeface")}
        name={`${name}-typeface`}
        values={TYPEFACES}
        nameOf={say}
        value={settings.typeface}
        onChange={(typeface) => onChange({ typeface })}
      />
      <Stepper
        legend={say("textSize")}
        less={say("smaller")}
        more={say("larger")}
        isLetter={true}
        value={settings.textSize}
        range={STEPS.textSize}
        onChange={(textSize) => onChange({ textSize })}
      />
      <Stepper
        legend={say("lineHeight")}
        less={say("linesCloser")}
        more={say("linesApart")}
        value={settings.lineHeight}
        range={STEPS.lineHeight}
        onChange={(lineHeight) => onChange({ lineHeight })}
      />
      <Choice
        legend={say("measure")}
        name={`${name}-measure`}
        values={MEASURES}
        nameOf={say}
        value={settings.measure}
        onChange={(measure) => onChange({ measure })}
      />
      <Stepper
        legend={say("letterSpacing")}
        less={say("lettersCloser")}
        more={say("lettersApart")}
        value={settings.letterSpacing}
        range={STEPS.letterSpacing}
        onChange={(letterSpacing) => onChange({ letterSpacing })}
      />
      <Stepper
        legend={say("wordSpacing")}
        less={say("wordsCloser")}
        more={say("wordsApart")}
        value={settings.wordSpacing}
        range={STEPS.wordSpacing}
        onChange={(wordSpacing) => onChange({ wordSpacing })}
      />
      <Choice
        legend={say("alignment")}
        name={`${name}-alignment`}
        values={ALIGNMENTS}
        nameOf={say}
        value={settings.alignment}
        onChange={(alignment) => onChange({ alignment })}
      />
      <Choice
        legend={say("hyphenation")}
        name={`${name}-hyphenation`}
        values={HYPHENATIONS}
        nameOf={(each) => say(each === "language" ? "byLanguage" : each)}
        value={settings.hyphenation}
        onChange={(hyphenation) => onChange({ hyphenation })}
      />
      <button
        type="button"
        onClick={() => onChange(TEXT_AT_FIRST)}
        className="min-h-11 text-small underline decoration-accent underline-offset-4"
      >
        {say("reset")}
      </button>
    </>
  );
}
