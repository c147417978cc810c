import { beforeEach, expect, it } from "vitest";
import { watchReader } from "#ui/watch-reader.ts";

const PAGE =
  '<section class="pane" id="list"><a href="/a">A</a><a href="/a">A again</a></section><section class="pane" id="main"><button aria-label="Save “A”"></button></section>';
let root: HTMLElement;
beforeEach(() => {
  root = document.createElement("div");
  fill();
  document.body.replaceChildren(root);
});

/** As a page is replaced by its like. */
function fill(): void {
  const template = document.createElement("template");
  template.innerHTML = PAGE;
  root.replaceChildren(template.content);
}

it.each(["a[href]", "a:nth-child(2)", "button"])("the focus is found again on %s", (selector) => {
  const restore = watchReader(root);
  root.querySelector<HTMLElement>(selector)?.focus();
  fill();
  expect(document.activeElement).toBe(document.body);
  restore();
  expect(document.activeElement).toBe(root.querySelector(selector));
});

it("a focus that went elsewhere meanwhile stays there", () => {
  const other = document.createElement("input");
  document.body.append(other);
  const restore = watchReader(root);
  root.querySelector<HTMLElement>("button")?.focus();
  other.focus();
  fill();
  restore();
  expect(document.activeElement).toBe(other);
});

it("each pane is scrolled to where it was, the last time too", () => {
  const pane = () => root.querySelector("#main") ?? root;
  pane().scrollTop = 40;
  const restore = watchReader(root);
  pane().scrollTop = 90;
  pane().dispatchEvent(new Event("scroll"));
  fill();
  restore();
  expect(pane().scrollTop).toBe(90);
});
