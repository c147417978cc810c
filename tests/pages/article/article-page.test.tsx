import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it, vi } from "vitest";
import { storageKey } from "#data/device/storage-keys.ts";
import { articlePath, dataAddress } from "#model/address.ts";
import { idOf, story } from "../../support/edition-stories.ts";
import { goOffline, openAt, serveStories } from "../../support/reader.tsx";

const at = (path: string) => articlePath(idOf(path));

const WEIR = story("weir", {
  title: "The weir at night",
  date: "2026-01-13T09:40:00Z",
  tags: ["Rivers", "Old maps"],
  section: "walks",
  body: `<p>Bring a lamp.</p><p><a href="${at("lamp")}">On lamps</a> <a href="${at("lamp")}#wick">and wicks</a></p><script>alert(1)</script>`,
});
const LAMP = story("lamp", {
  title: "A lamp",
  date: "2026-01-12T09:40:00Z",
  tags: ["Rivers"],
  body: `<p>Light.</p><h2 id="wick">The wick</h2>`,
});
const ROPE = story("rope", { title: "A rope", date: "2026-01-11T09:40:00Z" });
const SECTIONS = new Map([["walks", "On foot"]]);

describe("an article", () => {
  it("opens at its address with its text, its tags and its section, and counts as read", async () => {
    await serveStories([WEIR, LAMP, ROPE], {}, SECTIONS);
    const { story: main } = openAt(at("weir"));
    expect(
      await main().findByRole("status", { name: "The story is being loaded" }),
    ).toBeInTheDocument();
    await main().findByRole("heading", { level: 1, name: "The weir at night" });
    await main().findByText("Bring a lamp.");
    expect(document.title).toBe("The weir at night");
    expect(await main().findByRole("link", { name: "On foot" })).toHaveAttribute(
      "href",
      "/?section=walks",
    );
    expect(main().getByRole("link", { name: "Old maps" })).toHaveAttribute(
      "href",
      "/?tag=old-maps",
    );
    expect(localStorage.getItem(storageKey.read(idOf("weir")))).not.toBeNull();
  });

  it("lets its source and its tags be muted at its end, with a way back", async () => {
    HTMLElement.prototype.showPopover = () => undefined;
    HTMLElement.prototype.hidePopover = function () {
      this.dispatchEvent(Object.assign(new Event("toggle"), { newState: "closed" }));
    };
    await serveStories([WEIR, LAMP, ROPE], {}, SECTIONS);
    const { story: main, list, user } = openAt(at("weir"));
    const more = await main().findByRole("button", { name: "More for “The weir at night”" });
    await user.click(more);
    await user.click(main().getByRole("menuitem", { name: "Mute the tag Rivers" }));
    expect(more).toHaveFocus();
    await list().findByRole("link", { name: "2 muted: show" });
    await user.click(await screen.findByRole("button", { name: "Undo" }));
    await waitFor(() => expect(list().queryByRole("link", { name: "2 muted: show" })).toBeNull());
  });

  it("is asked for anew when its address is typed in, and by its digest from the list", async () => {
    const { asked } = await serveStories([WEIR, LAMP, ROPE]);
    const { story: main, list, user } = openAt(at("weir"));
    await main().findByRole("heading", { level: 1, name: "The weir at night" });
    expect(asked).toContain(dataAddress.articleFile(idOf("weir")));
    await user.click(await list().findByRole("link", { name: "A rope" }));
    await main().findByRole("heading", { level: 1, name: "A rope" });
    const [address] = asked.filter((each) => each.includes(idOf("rope")));
    expect(address).toMatch(/\?v=[0-9a-f]{16}$/);
  });

  it("leads to the stories before and after it in the list from which one came", async () => {
    await serveStories([WEIR, LAMP, ROPE]);
    const { story: main, user, address } = openAt(`${at("weir")}?tag=rivers`);
    const ways = await main().findByRole("navigation", { name: "Next and previous story" });
    expect(within(ways).queryByText("Previous")).toBeNull();
    await user.click(within(ways).getByRole("link", { name: /A lamp/ }));
    await main().findByRole("heading", { level: 1, name: "A lamp" });
    expect(address()).toBe(`${at("lamp")}?tag=rivers`);
    await main().findByRole("link", { name: /The weir at night/ });
    expect(main().queryByText("Next")).toBeNull();
    await user.click(main().getByRole("link", { name: "Back to the list" }));
    expect(address()).toBe("/?tag=rivers");
  });

  it("is left as the reader has it when the list around it comes later", async () => {
    const { answer } = await serveStories([WEIR, LAMP, ROPE]);
    let bringList = () => {};
    const late = (address: string) =>
      new Promise<Response>((resolve) => {
        bringList = () => {
          answer(() => null);
          resolve(fetch(`/${address}`));
        };
      });
    answer((address) => (/head/.test(address) ? late(address) : null));
    const { story: main } = openAt(at("weir"));
    const heading = await main().findByRole("heading", { level: 1, name: "The weir at night" });
    bringList();
    await main().findByText("Next");
    expect(heading).toBeInTheDocument();
  });

  it("follows a link to another story without leaving the app", async () => {
    await serveStories([WEIR, LAMP]);
    const { story: main, user, address } = openAt(at("weir"));
    await user.click(await main().findByRole("link", { name: "On lamps" }));
    await main().findByRole("heading", { level: 1, name: "A lamp" });
    expect(address()).toBe(at("lamp"));
  });

  it("opens at the place to which a link from another story leads", async () => {
    await serveStories([WEIR, LAMP]);
    const { story: main, user } = openAt(at("weir"));
    const scrolled = vi.fn();
    HTMLElement.prototype.scrollIntoView = scrolled;
    await user.click(await main().findByRole("link", { name: "and wicks" }));
    const heading = await main().findByRole("heading", { level: 2, name: "The wick" });
    await waitFor(() => expect(heading).toHaveFocus());
    expect(scrolled.mock.contexts).toContain(heading);
  });

  it("names the languages in which it is also there as they name themselves", async () => {
    const german = story("weir.de", { title: "Das Wehr bei Nacht", language: "de" });
    const translations = [{ id: idOf("weir.de"), title: "Das Wehr bei Nacht", language: "de" }];
    await serveStories([story("weir", { ...WEIR.article, translations }), german]);
    const { story: main, user } = openAt(at("weir"));
    const link = await main().findByRole("link", { name: "Deutsch" });
    expect(link).toHaveAttribute("lang", "de");
    await user.click(link);
    const heading = await main().findByRole("heading", { level: 1, name: "Das Wehr bei Nacht" });
    expect(heading.closest("article")).toHaveAttribute("lang", "de");
  });

  it("is kept and let go at the ribbon of its bar", async () => {
    await serveStories([WEIR]);
    const { story: main, user } = openAt(at("weir"));
    const [ribbon] = await main().findAllByRole("button", { name: "Save “The weir at night”" });
    if (!ribbon) throw new Error("There is no Save button.");
    await user.click(ribbon);
    await screen.findAllByText("Saved on this device");
    expect(ribbon).toHaveAttribute("aria-pressed", "true");
    await user.click(ribbon);
    await screen.findByText("Taken out of what is saved");
    expect(ribbon).toHaveAttribute("aria-pressed", "false");
  });
});

describe("an article that is not to be had", () => {
  it.each([
    ["/article/3f/no-id/", "has no id"],
    [at("nobody"), "was never published"],
  ])("at %s %s, and leads back to the stories", async (address) => {
    await serveStories([WEIR]);
    const { story: main } = openAt(address);
    await main().findByRole("heading", { level: 1, name: "There is no story at this address" });
    expect(main().queryByRole("button", { name: "Try again" })).toBeNull();
    expect(main().getByRole("link", { name: "The latest stories" })).toHaveAttribute("href", "/");
  });

  it("says when it comes out, and then shows it", async () => {
    const appears = "2026-02-03T07:30:00Z";
    await serveStories([WEIR, story("soon", { title: "Soon", date: appears, appears })]);
    const { story: main } = openAt(at("soon"));
    await main().findByRole("heading", { level: 1, name: "This story is not out yet" });
    expect(main().getByText("It appears on Tuesday 3 February 2026 at 07:30.")).toBeInTheDocument();
    expect(main().queryByText("Text of soon.")).toBeNull();
  });

  it("is there from the minute on at which it comes out", async () => {
    const appears = "2026-02-01T07:30:00Z";
    await serveStories([WEIR, story("soon", { title: "Soon", date: appears, appears })]);
    const { story: main } = openAt(at("soon"));
    await main().findByRole("heading", { level: 1, name: "Soon" });
  });

  it("says that it has expired, and shows it to the reader who wants it all the same", async () => {
    await serveStories([WEIR, story("over", { title: "A fair", expires: "2026-02-01T08:00:00Z" })]);
    const { story: main, user } = openAt(at("over"));
    await main().findByRole("heading", { level: 1, name: "This story has expired" });
    expect(
      main().getByText(/let “A fair” end on Sunday 1 February 2026 at 08:00\./),
    ).toBeInTheDocument();
    expect(localStorage.getItem(storageKey.read(idOf("over")))).toBeNull();
    await user.click(main().getByRole("button", { name: "Read it all the same" }));
    await main().findByText("Text of over.");
  });

  it("is read in its saved copy when the edition can't be reached", async () => {
    const edition = await serveStories([WEIR]);
    const first = openAt(at("weir"));
    const [ribbon] = await first
      .story()
      .findAllByRole("button", { name: "Save “The weir at night”" });
    if (ribbon) await first.user.click(ribbon);
    await screen.findAllByText("Saved on this device");
    first.close();

    goOffline(edition);
    const { story: main } = openAt(at("weir"));
    await main().findByText("Your saved copy");
    await main().findByText("Bring a lamp.");
  });

  it("says that there is no network and no copy, and tries again when told to", async () => {
    const edition = await serveStories([WEIR]);
    goOffline(edition);
    const { story: main, user } = openAt(at("weir"));
    await main().findByRole("heading", { level: 1, name: "This story can’t be reached" });
    edition.answer(() => null);
    await user.click(main().getByRole("button", { name: "Try again" }));
    await main().findByText("Bring a lamp.");
  });

  it.each([
    ["is no article", '{"v":1}', "This story can’t be read", "Try again"],
    ["is of a newer app", '{"v":2}', "This story needs a newer app", "Load the page again"],
  ])("says so where what the server sends %s", async (_, text, title, way) => {
    const { answer } = await serveStories([WEIR]);
    answer((address) => (/articles/.test(address) ? new Response(text) : null));
    const { story: main } = openAt(at("weir"));
    await main().findByRole("heading", { level: 1, name: title });
    expect(main().getByRole("button", { name: way })).toBeInTheDocument();
  });
});
