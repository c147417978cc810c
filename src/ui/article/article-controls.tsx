import type { Settings } from "#model/settings.ts";
import { type Messages, useMessages } from "#ui/messages/messages.tsx";
import { Panel } from "#ui/panel.tsx";
import { SettingsForm } from "#ui/settings/settings-form.tsx";
import { SaveButton } from "#ui/story/save-button.tsx";
import type { Message } from "#ui/tell.tsx";
import messages from "./article.messages.json";
import { BarButton, shareClass } from "./article-bar.tsx";
import { Contents } from "./contents.tsx";

/** What one can do with an article; at its head also how it is set. */
export function ArticleControls({
  where,
  title,
  isSaved,
  isBusy,
  saveWords,
  onToggleSave,
  isLong = false,
  settings,
  onSettings,
  onTell,
}: {
  where: "bar" | "end";
  title: string;
  isSaved: boolean;
  isBusy: boolean;
  /** What is kept of it on this device. */
  saveWords?: string | null;
  onToggleSave: (() => void) | undefined;
  /** Whether its parts are listed. */
  isLong?: boolean;
  settings: Settings;
  onSettings: (settings: Settings) => void;
  onTell: (message: Message) => void;
}) {
  const { say } = useMessages(messages);
  const panel = "appearance";
  return (
    <>
      {where === "bar" ? (
        <>
          {isLong ? <Contents /> : null}
          <BarButton label={say("howSet")} icon="type" popover={panel} />
          <Panel id={panel} title={say("howSet")}>
            <SettingsForm settings={settings} onChange={onSettings} name="panel" />
          </Panel>
        </>
      ) : null}
      <span className={shareClass(where)}>
        <BarButton
          label={say("share")}
          icon="share"
          onPress={() => void share(title, onTell, say)}
        />
      </span>
      {onToggleSave ? (
        <SaveButton
          title={title}
          isSaved={isSaved}
          isBusy={isBusy}
          words={saveWords}
          onToggle={onToggleSave}
        />
      ) : null}
    </>
  );
}

/** Hands the page's address to the system's share sheet, or to the clipboard where there is none. */
async function share(
  title: string,
  onTell: (message: Message) => void,
  say: Messages<"linkCopied" | "notCopied">["say"],
): Promise<void> {
  const url = location.origin + location.pathname;
  if (typeof navigator.share === "function") {
    // Rejects where the reader closes the sheet, which is no failure.
    await navigator.share({ title, url }).catch(() => undefined);
    return;
  }
  try {
    await navigator.clipboard.writeText(url);
    onTell({ text: say("linkCopied") });
  } catch {
    onTell({ text: say("notCopied", { url }) });
  }
}
