import { render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, describe, expect, it, vi } from "vitest";
import { DEFAULT_SETTINGS } from "#model/settings.ts";
import { ArticleControls } from "#ui/article/article-controls.tsx";
import { openPanel } from "../../support/open-panel.ts";

const ADDRESS = "http://localhost:3000/article/3f/a8/";

function show({
  where = "bar" as const,
  canSave = true,
}: {
  where?: "bar" | "end";
  canSave?: boolean;
} = {}) {
  const user = userEvent.setup();
  const onToggleSave = vi.fn();
  const onTell = vi.fn();
  const onSettings = vi.fn();
  // What filters the list one came from is nobody else's business.
  history.replaceState(null, "", "/article/3f/a8/?tag=ice");
  const view = render(
    <ArticleControls
      where={where}
      title="A lamp"
      isSaved={false}
      isBusy={false}
      onToggleSave={canSave ? onToggleSave : undefined}
      settings={DEFAULT_SETTINGS}
      onSettings={onSettings}
      onTell={onTell}
    />,
  );
  const press = (name: string) => user.click(screen.getByRole("button", { name }));
  return { ...view, press, user, onToggleSave, onTell, onSettings };
}

afterEach(() => {
  Reflect.deleteProperty(navigator, "share");
});

describe("what one can do with an article", () => {
  it("is to keep it", async () => {
    const { press, onToggleSave } = show();
    await press("Save “A lamp”");
    expect(onToggleSave).toHaveBeenCalledOnce();
  });

  it("is not to keep it where that can't be", () => {
    show({ canSave: false });
    expect(screen.queryByRole("button", { name: /^Save/ })).toBeNull();
  });

  it("is to set it otherwise, in a panel that the bar's button opens", async () => {
    const { container, user, onSettings } = show();
    const opener = screen.getByRole("button", { name: "How it is set" });
    const panel = container.querySelector("[popover]");
    expect(opener).toHaveAttribute("popovertarget", panel?.id);
    openPanel(container, "appearance");
    await user.click(screen.getByRole("radio", { name: "Sepia", hidden: true }));
    expect(onSettings).toHaveBeenCalledWith({ ...DEFAULT_SETTINGS, theme: "sepia" });
  });

  it("is at its end the same, but for the panel", () => {
    show({ where: "end" });
    expect(screen.getAllByRole("button").map((button) => button.title)).toEqual(["Share", "Save"]);
  });
});

describe("to share an article", () => {
  it("hands its address to the system, without the filter that one came by", async () => {
    const share = vi.fn(() => Promise.resolve());
    Object.assign(navigator, { share });
    const { press, onTell } = show();
    await press("Share");
    expect(share).toHaveBeenCalledWith({ title: "A lamp", url: ADDRESS });
    expect(onTell).not.toHaveBeenCalled();
  });

  it("says nothing when the reader thinks better of it", async () => {
    const share = vi.fn(() => Promise.reject(new DOMException("closed", "AbortError")));
    Object.assign(navigator, { share });
    const { press, onTell } = show();
    await press("Share");
    await waitFor(() => expect(share).toHaveBeenCalledOnce());
    expect(onTell).not.toHaveBeenCalled();
  });

  it("copies the address where the system has no sheet for it, and says so", async () => {
    const { press, onTell } = show();
    await press("Share");
    await waitFor(() => expect(onTell).toHaveBeenCalledWith({ text: "The link is copied" }));
    expect(await navigator.clipboard.readText()).toBe(ADDRESS);
  });

  it("says the address where nothing may be copied either", async () => {
    const { press, onTell } = show();
    vi.spyOn(navigator.clipboard, "writeText").mockRejectedValue(new Error("denied"));
    await press("Share");
    await waitFor(() => expect(onTell).toHaveBeenCalledOnce());
    expect(onTell.mock.lastCall?.[0].text).toContain(`The link is ${ADDRESS}`);
  });
});
