import { PACES, type Settings } from "#model/settings.ts";
import { primaryLanguage, voicesFor } from "#model/voice.ts";
import { useMessages } from "#ui/messages/messages.tsx";
import { Panel } from "#ui/panel.tsx";
import messages from "./listen-bar.messages.json";

/** How fast it is read and by which of the voices that speak its language, behind a button that says how fast. */
export function VoicePanel({
  voices,
  voice,
  language,
  settings,
  onSettings,
  onPace,
}: {
  voices: readonly SpeechSynthesisVoice[];
  /** The one that reads now. */
  voice: SpeechSynthesisVoice | null;
  language: string | undefined;
  settings: Settings;
  onSettings: (settings: Settings) => void;
  onPace: (by: 1 | -1) => void;
}) {
  const { say } = useMessages(messages);
  const { pace } = settings;
  const speaking = voicesFor(voices, language);
  const local = speaking.filter(({ localService }) => localService);
  const remote = speaking.filter(({ localService }) => !localService);
  const choose = (voiceURI: string) =>
    onSettings({
      ...settings,
      voices: { ...settings.voices, [primaryLanguage(language ?? "")]: voiceURI },
    });
  const step = (by: 1 | -1, label: string) => {
    const isOff = PACES[PACES.indexOf(pace) + by] === undefined;
    return (
      <button
        type="button"
        aria-label={label}
        aria-disabled={isOff}
        onClick={() => {
          if (!isOff) onPace(by);
        }}
        className="grid size-11 place-items-center rounded-full font-serif text-head text-soft hover:text-ink aria-disabled:opacity-40"
      >
        {by < 0 ? "−" : "+"}
      </button>
    );
  };
  return (
    <>
      <button
        type="button"
        popoverTarget="voice"
        aria-label={`${say("tune")}: ${say("times", { pace })}`}
        title={say("tune")}
        className="h-11 min-w-11 rounded-full px-1 text-small font-semibold text-soft tabular-nums hover:text-ink"
      >
        {say("times", { pace })}
      </button>
      <Panel id="voice" title={say("tune")} className="voice-sheet">
        <fieldset className="setting">
          <legend>{say("pace")}</legend>
          <div className="-ms-3.5 flex items-center">
            {step(-1, say("slower"))}
            <output aria-label={say("pace")} className="basis-16 text-center tabular-nums">
              {say("times", { pace })}
            </output>
            {step(1, say("faster"))}
          </div>
        </fieldset>
        {voice === null ? null : (
          <label className="setting items-center">
            <span className="w-27 text-small text-soft">{say("voice")}</span>
            <select
              value={voice.voiceURI}
              onChange={(event) => choose(event.target.value)}
              className="min-h-11 max-w-56 border-b border-rule bg-raised text-ink"
            >
              {[
                { name: say("local"), of: local },
                { name: say("remote"), of: remote },
              ].map(({ name, of }) =>
                of.length === 0 ? null : (
                  <optgroup key={name} label={name}>
                    {of.map((each) => (
                      <option key={each.voiceURI} value={each.voiceURI}>
                        {each.name}
                      </option>
                    ))}
                  </optgroup>
                ),
              )}
            </select>
          </label>
        )}
      </Panel>
    </>
  );
}
