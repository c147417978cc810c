import { THEMES } from "#model/settings.ts";
import { useMessages } from "#ui/messages/messages.tsx";
import { Choice } from "./choice.tsx";
import type { FormPart } from "./form-part.ts";
import messages from "./settings-form.messages.json";

/** The colours of the app. */
export function ThemeChoice({ settings, onChange: change, name }: FormPart) {
  const { say } = useMessages(messages);
  return (
    <Choice
      legend={say("theme")}
      name={`${name}-theme`}
      values={THEMES}
      nameOf={say}
      value={settings.theme}
      onChange={(theme) => change({ theme })}
    />
  );
}
