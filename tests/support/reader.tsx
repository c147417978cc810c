import { onlineManager } from "@tanstack/react-query";
import { configure, render, screen, within } from "@testing-library/react";
import userEvent, { PointerEventsCheckLevel } from "@testing-library/user-event";
import { onTestFinished, vi } from "vitest";
import { App } from "#app/app.tsx";
import { useSaved } from "#data/device/device.ts";
import { WholeList } from "#pages/latest/whole-list.ts";
import type { EditionOptions } from "#pipeline/options.ts";
import type { Story } from "#pipeline/story.ts";
import { workshop } from "./edition-workshop.ts";
import { giveWindow } from "./give-window.ts";
import { serve } from "./served-edition.tsx";

// Without a style sheet nothing is hidden by one, and to ask jsdom for every element takes most of a test's time.
configure({ defaultHidden: true });

/** When the reader of a test opens the app: half a day after the edition was made. */
const NOW = new Date("2026-02-01T12:00:00Z");

/** Publishes stories as an edition and serves it to the reader of this test. */
export async function serveStories(
  stories: readonly Story[],
  options: Partial<EditionOptions> = {},
  sections?: ReadonlyMap<string, string>,
) {
  const { out, publish } = workshop(options);
  await publish(stories, sections);
  // As after the first moments: else rows may be drawn anew between being found and being pressed.
  await WholeList.load();
  return serve(out);
}

/** Opens the app at an address, as if it were typed in; the device is emptied after the test. */
export function openAt(address: string, now = NOW) {
  giveWindow();
  vi.setSystemTime(now);
  history.replaceState(null, "", address);
  const { unmount } = render(<App />);
  onTestFinished(async () => {
    unmount();
    vi.useRealTimers();
    await emptyDevice();
  });
  const pane = (name: string) => screen.getByRole("region", { name });
  return {
    user: userEvent.setup({ delay: null, pointerEventsCheck: PointerEventsCheckLevel.Never }),
    /** The pane of the list, and that of the story or of the page that stands in its place. */
    list: () => within(pane("Stories")),
    savedList: () => within(pane("Saved stories")),
    story: () => within(pane("Story")),
    /** Closes the tab. */
    close: unmount,
    /** The address bar. */
    address: () => location.pathname + location.search,
  };
}

/** Cuts the network off: what the browser says of it, and every request. */
export function goOffline({ answer }: Pick<ReturnType<typeof serve>, "answer">): void {
  const line = vi.spyOn(navigator, "onLine", "get").mockReturnValue(false);
  answer(() => new TypeError("network gone"));
  window.dispatchEvent(new Event("offline"));
  onlineManager.setOnline(false);
  onTestFinished(() => {
    line.mockRestore();
    onlineManager.setOnline(true);
  });
}

/** As if another tab had cleared the site's data. */
async function emptyDevice(): Promise<void> {
  localStorage.clear();
  sessionStorage.clear();
  window.dispatchEvent(new StorageEvent("storage", { key: null }));
  const none = render(<SavedCount />);
  await none.findByText("0 saved, 0 unreadable");
  none.unmount();
}

function SavedCount() {
  const { records, unreadable } = useSaved();
  return `${records.length} saved, ${unreadable.length} unreadable`;
}
