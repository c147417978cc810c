import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { currentRow, follow, storyLink, walk } from "#ui/story/row-walk.ts";

let pane: HTMLElement;
beforeEach(() => {
  pane = document.createElement("section");
  const row = (number: number, content: string, current = "") =>
    `<li aria-posinset="${number}"><article ${current}>${content}</article></li>`;
  const story = (name: string) => `<h3><a href="/${name}">${name}</a></h3>`;
  pane.innerHTML = `<ol>${[
    row(1, story("first")),
    row(2, story("second"), 'aria-current="true"'),
    // Its story has expired.
    '<li aria-posinset="3"></li>',
    row(4, story("fourth")),
  ].join("")}</ol>`;
  document.body.append(pane);
});
afterEach(() => pane.remove());

const focus = (name: string) => pane.querySelector<HTMLElement>(`a[href="/${name}"]`)?.focus();

describe("from row to row", () => {
  it("one begins at the story that is open, and passes over a row without one", async () => {
    expect((await walk(pane, 1))?.textContent).toBe("fourth");
    expect((await walk(pane, -1))?.textContent).toBe("first");
  });

  it("the row with the focus comes before the story that is open", async () => {
    focus("fourth");
    expect(storyLink(currentRow(pane))?.textContent).toBe("fourth");
    expect((await walk(pane, -1))?.textContent).toBe("second");
  });

  it("the row whose story is to be opened is marked at once, alone", () => {
    const link = pane.querySelector<HTMLAnchorElement>('a[href="/fourth"]');
    let marked: string[] = [];
    const marks = () =>
      [...pane.querySelectorAll('[aria-current="true"]')].map((each) => each.textContent ?? "");
    link?.addEventListener("click", (event) => {
      event.preventDefault();
      marked = marks();
    });
    if (link) follow(link);
    expect(marked).toEqual(["fourth"]);
  });

  it("at an end of the list there is no further", async () => {
    focus("fourth");
    expect(await walk(pane, 1)).toBeNull();
    focus("first");
    expect(await walk(pane, -1)).toBeNull();
  });

  it("a story that is still on its way is waited for", async () => {
    focus("fourth");
    pane
      .querySelector("ol")
      ?.insertAdjacentHTML(
        "beforeend",
        '<li aria-posinset="5"><div aria-hidden="true"></div></li>',
      );
    const found = walk(pane, 1);
    const late = pane.querySelector('[aria-posinset="5"]');
    if (late) late.innerHTML = '<h3><a href="/fifth">fifth</a></h3>';
    expect((await found)?.textContent).toBe("fifth");
  });
});
