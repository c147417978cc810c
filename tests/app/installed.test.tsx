import { screen, waitFor, within } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { storageKey } from "#data/device/storage-keys.ts";
import { openLastPlace } from "#data/last-place.ts";
import { readPlace, writePlace } from "#data/list-place.ts";
import { articlePath } from "#model/address.ts";
import { DEFAULT_SETTINGS } from "#model/settings.ts";
import { idOf, story } from "../support/edition-stories.ts";
import { openAt, serveStories } from "../support/reader.tsx";

const STORIES = ["weir", "lamp", "rope"].map((name, at) =>
  story(name, { title: `The ${name}`, date: `2026-01-1${at}T09:40:00Z`, body: "<p>Dark.</p>" }),
);
const badge = { set: vi.fn(async () => undefined), clear: vi.fn(async () => undefined) };

beforeEach(() => {
  vi.stubGlobal("matchMedia", (query: string) => ({ matches: query.includes("standalone") }));
  Object.assign(navigator, { setAppBadge: badge.set, clearAppBadge: badge.clear });
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.clearAllMocks();
  for (const name of ["setAppBadge", "clearAppBadge"]) Reflect.deleteProperty(navigator, name);
  localStorage.clear();
});

it("the installed app's icon says how many stories are unread, and nothing when none is", async () => {
  await serveStories(STORIES);
  const { user, list } = openAt("/");
  await waitFor(() => expect(badge.set).toHaveBeenLastCalledWith(3));
  await user.click(await list().findByRole("link", { name: "The weir" }));
  await waitFor(() => expect(badge.set).toHaveBeenLastCalledWith(2));
  await user.click(await list().findByRole("link", { name: "The lamp" }));
  await waitFor(() => expect(badge.set).toHaveBeenLastCalledWith(1));
  await user.click(await list().findByRole("link", { name: "The rope" }));
  await waitFor(() => expect(badge.clear).toHaveBeenCalled());
});

it("it says nothing where the reader does not want it", async () => {
  await serveStories(STORIES);
  const settings = { ...DEFAULT_SETTINGS, showsBadge: true };
  localStorage.setItem(storageKey.settings(), JSON.stringify(settings));
  const { user } = openAt("/settings/");
  await waitFor(() => expect(badge.set).toHaveBeenLastCalledWith(3));
  const wish = await screen.findByRole("checkbox", { name: /^Show how many are unread/ });
  await user.click(wish);
  await waitFor(() => expect(badge.clear).toHaveBeenCalled());
  await user.click(wish);
  await waitFor(() => expect(badge.set).toHaveBeenCalledTimes(2));
});

it("it opens where it was left, by the address with which it starts and no other", async () => {
  await serveStories(STORIES);
  const { user, list, close, address } = openAt("/");
  await user.click(await list().findByRole("link", { name: "The lamp" }));
  const place = articlePath(idOf("lamp"));
  await waitFor(() => expect(localStorage.getItem(storageKey.lastPlace())).toBe(place));
  close();
  history.replaceState(null, "", "/?tag=ice");
  openLastPlace();
  expect(address()).toBe("/?tag=ice");
  localStorage.setItem(storageKey.lastPlace(), place);
  history.replaceState(null, "", "/?open=last");
  openLastPlace();
  expect(address()).toBe(place);
  localStorage.setItem(storageKey.lastPlace(), "//evil.example/");
  history.replaceState(null, "", "/?open=last");
  openLastPlace();
  expect(address()).toBe("/");
});

it("its list opens where it was scrolled to, in the tab of another day", async () => {
  await serveStories(STORIES);
  const { close } = openAt("/?tag=ice");
  await waitFor(() => expect(localStorage.getItem(storageKey.lastPlace())).toBe("/?tag=ice"));
  const place = { index: 12, offset: 40 };
  writePlace("?tag=ice", place);
  document.dispatchEvent(new Event("visibilitychange"));
  close();
  sessionStorage.clear();
  history.replaceState(null, "", "/?open=last");
  openLastPlace();
  expect(readPlace("?tag=ice")).toEqual(place);
});

it("a window of the browser notes no place and sets no number", async () => {
  vi.stubGlobal("matchMedia", () => ({ matches: false }));
  await serveStories(STORIES);
  openAt("/");
  await within(screen.getByRole("region", { name: "Stories" })).findByText("The weir");
  expect(localStorage.getItem(storageKey.lastPlace())).toBeNull();
  expect(badge.set).not.toHaveBeenCalled();
});
