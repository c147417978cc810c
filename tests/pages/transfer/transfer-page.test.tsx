import { readFileSync } from "node:fs";
import { screen, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { story } from "#tests/support/edition-stories.ts";
import { openAt, serveStories } from "#tests/support/reader.tsx";

const POCKET = readFileSync(
  `${import.meta.dirname}/../../data/transfer/arriving/fixtures/pocket.csv`,
  "utf8",
);
const fileOf = (text: string, name = "list.csv") => new File([text], name);

async function openTransfer() {
  await serveStories([story("post/a.md")]);
  const { story: main, user } = openAt("/transfer/");
  await main().findByRole("heading", { level: 1, name: "Backup and moving" });
  const input = () => {
    const found = document.querySelector<HTMLInputElement>('input[type="file"]');
    if (!found) throw new Error("There is nothing to choose files with.");
    return found;
  };
  return { main, user, input };
}

function counts(table: HTMLElement): Record<string, string> {
  return Object.fromEntries(
    within(table)
      .getAllByRole("row")
      .map((row) => [
        within(row).getByRole("rowheader").textContent,
        within(row).getByRole("cell").textContent,
      ]),
  );
}

it("a file is first read and told, then taken in at a press, and the report names every row that was not", async () => {
  const { main, user, input } = await openTransfer();
  await user.upload(input(), [fileOf(POCKET)]);
  const plan = await main().findByRole("heading", { level: 3, name: "This is what it would do" });
  expect(document.activeElement).toBe(plan);
  expect(counts(main().getByRole("table"))).toEqual({
    "Rows read": "6",
    "To be added": "3",
    "Already here": "1",
    "Can’t be read": "2",
  });
  expect(
    main().getByText(/^Nothing is saved yet\. A file would hold what you have read/),
  ).toBeVisible();

  await user.click(main().getByRole("button", { name: "Take in 3 stories" }));
  await main().findByRole("heading", { level: 3, name: "Done" });
  expect(counts(main().getByRole("table"))).toMatchObject({ Added: "3", Failed: "2" });
  expect(main().getByText("One file holds 3 saved stories", { exact: false })).toBeVisible();
  await user.click(main().getByRole("button", { name: "Copy the report" }));
  await main().findByRole("button", { name: "Copy the report" });
  expect(await navigator.clipboard.readText()).toBe(`list.csv: Pocket (CSV)
  Rows read: 6
  Added: 3
  Changed: 0
  Taken out: 0
  Already here: 1
  Skipped: 0
  Failed: 2
Failed: list.csv, line 6: Broken row,https://x.example: it has 2 fields where 5 are expected
Failed: list.csv, line 7: A script: only http and https addresses are taken in, not “javascript:”
Already here: list.csv, line 8: The tide table again: the files hold it twice
`);

  await user.click(main().getByRole("button", { name: "Take in more" }));
  await user.upload(input(), [fileOf(POCKET)]);
  await main().findByRole("heading", { level: 3, name: "All of it is here already" });
  expect(main().queryByRole("button", { name: /^Take in \d/ })).toBeNull();
});

it("what can’t be read is told by name, beside what can", async () => {
  const { main, user, input } = await openTransfer();
  await user.upload(input(), [fileOf("Dear reader", "letter.txt"), fileOf(POCKET)]);
  await main().findByRole("heading", { level: 3, name: "This is what it would do" });
  const told = main().getByRole("alert");
  expect(told).toHaveTextContent(/letter\.txt.*none that is known here/);
  await user.click(main().getByRole("button", { name: "Leave it" }));
  expect(input()).toBeInTheDocument();
});

it("who reads German is told in German where a row stands and why it, or a whole file, is not taken in", async () => {
  await serveStories([story("post/a.md")]);
  const { story: main, user } = openAt("/settings/");
  await user.click(await main().findByRole("radio", { name: "Deutsch" }));
  // The panes have other names from here on.
  await user.click(await screen.findByRole("link", { name: "Sicherung und Umzug" }));
  await screen.findByRole("heading", { level: 1, name: "Sicherung und Umzug" });
  const input = document.querySelector<HTMLInputElement>('input[type="file"]');
  if (!input) throw new Error("There is nothing to choose files with.");
  await user.upload(input, [fileOf("Dear reader", "letter.txt"), fileOf(POCKET)]);
  await screen.findByRole("heading", { level: 3, name: "Das würde geschehen" });
  expect(screen.getByText("Zeile 6: hier stehen 2 Felder, erwartet werden 5")).toBeVisible();
  expect(screen.getByRole("alert")).toHaveTextContent(/letter\.txtSie ist von keiner Art/);
});

it("the page is reached from the settings, and stands in their place", async () => {
  await serveStories([story("post/a.md")]);
  const { story: main, user, address } = openAt("/settings/");
  await user.click(await main().findByRole("link", { name: "Backup and moving" }));
  await main().findByRole("heading", { level: 1, name: "Backup and moving" });
  expect(address()).toBe("/transfer/");
});
