import { afterEach, describe, expect, it } from "vitest";
import { isFree } from "#ui/keys/is-free.ts";

afterEach(() => document.body.replaceChildren());

/** Presses a key on the element that `#here` names, and says whether it was free for a command. */
function pressed(html: string, key = "j", init: KeyboardEventInit = {}): boolean {
  document.body.innerHTML = html;
  let free: boolean | undefined;
  const listen = (event: KeyboardEvent) => {
    free = isFree(event);
  };
  window.addEventListener("keydown", listen, { once: true });
  const target = document.querySelector("#here") ?? document.body;
  target.dispatchEvent(
    new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...init }),
  );
  return free === true;
}

describe("a key is never eaten", () => {
  it.each([
    ["in a search field", '<input type="search" id="here">'],
    ["in a field without a type", '<input id="here">'],
    ["in a text of several lines", '<textarea id="here"></textarea>'],
    ["in a choice", '<select id="here"></select>'],
    ["in what can be edited", '<div contenteditable="true"><p id="here"></p></div>'],
    ["while a dialog is open", '<dialog open></dialog><p id="here"></p>'],
    ["while a picture is looked at", '<div aria-modal="true"></div><p id="here"></p>'],
  ])("%s", (_, html) => {
    expect(pressed(html)).toBe(false);
  });

  it("while a word is composed", () => {
    expect(pressed('<p id="here"></p>', "j", { isComposing: true })).toBe(false);
  });

  it.each([
    ["Enter", "<a href='/' id='here'>on</a>"],
    ["Enter", "<button id='here'>on</button>"],
    [" ", "<button id='here'>on</button>"],
    [" ", "<details><summary id='here'>on</summary></details>"],
    [" ", "<input type='checkbox' id='here'>"],
  ])("%j on %s", (key, html) => {
    expect(pressed(html, key)).toBe(false);
  });
});

describe("a key is a command", () => {
  it.each([
    ["on the page", "<p></p>"],
    ["on a button that was just pressed", "<button id='here'></button>"],
    ["on a checkbox", "<input type='checkbox' id='here'>"],
    ["on a link", "<a href='/' id='here'></a>"],
    ["beside what can't be edited", '<p contenteditable="false" id="here"></p>'],
  ])("%s", (_, html) => {
    expect(pressed(html)).toBe(true);
  });

  it("the space bar on a link pages on", () => {
    expect(pressed("<a href='/' id='here'></a>", " ")).toBe(true);
  });
});
