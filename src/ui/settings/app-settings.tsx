import { LANGUAGE_NAMES } from "#model/language.ts";
import { DENSITIES, PICTURES, SPOKEN } from "#model/settings.ts";
import { useMessages } from "#ui/messages/messages.tsx";
import { Choice } from "./choice.tsx";
import type { FormPart } from "./form-part.ts";
import messages from "./settings-form.messages.json";

/** The language that the app speaks, what its lists show, and what they load. */
export function AppSettings({ settings, onChange: change, name }: FormPart) {
  const { say } = useMessages(messages);
  return (
    <>
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
    </>
  );
}
