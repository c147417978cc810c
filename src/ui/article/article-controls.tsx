import type { Settings } from "#model/settings.ts";
import { SettingsForm } from "#ui/settings-form.tsx";
import { SaveButton } from "#ui/story/save-button.tsx";
import type { Message } from "#ui/tell.tsx";
import { BarButton } from "./article-bar.tsx";

/** What one can do with an article; at its head also how it is set. */
export function ArticleControls({
  where,
  title,
  isSaved,
  isBusy,
  saveWords,
  onToggleSave,
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
  settings: Settings;
  onSettings: (settings: Settings) => void;
  onTell: (message: Message) => void;
}) {
  const panel = "appearance";
  return (
    <>
      {where === "bar" ? (
        <>
          <BarButton label="How it is set" icon="type" popover={panel} />
          <div
            id={panel}
            popover="auto"
            className="fixed inset-auto end-3 top-16 m-0 max-h-[80dvh] w-[min(22rem,calc(100vw-1.5rem))] overflow-y-auto border border-rule bg-raised p-5 text-ink"
          >
            <SettingsForm settings={settings} onChange={onSettings} name="panel" />
          </div>
        </>
      ) : null}
      <BarButton label="Share" icon="share" onPress={() => void share(title, onTell)} />
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
async function share(title: string, onTell: (message: Message) => void): Promise<void> {
  const url = location.origin + location.pathname;
  if (typeof navigator.share === "function") {
    // Rejects where the reader closes the sheet, which is no failure.
    await navigator.share({ title, url }).catch(() => undefined);
    return;
  }
  try {
    await navigator.clipboard.writeText(url);
    onTell({ text: "The link is copied" });
  } catch {
    onTell({ text: `The browser lets nothing be copied. The link is ${url}` });
  }
}
