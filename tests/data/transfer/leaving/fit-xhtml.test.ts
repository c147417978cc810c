import { expect, it } from "vitest";
import { fitXhtml } from "#data/transfer/leaving/fit-xhtml.ts";

it.each([
  ["a block in a line sets it free", "<em>a<div>b</div></em>", "a<div>b</div>"],
  ["a block in a heading makes it a block", "<h2><div>a</div></h2>", "<div><div>a</div></div>"],
  ["an item outside of a list", "<li>a</li>", "<div>a</div>"],
  [
    "what strays in a list",
    "<ul>a<li>b</li><p>c</p></ul>",
    "<ul><li>a</li><li>b</li><li><p>c</p></li></ul>",
  ],
  ["a list of nothing", "a<ul> </ul>b", "ab"],
  ["descriptions without a term", "<dl><dd>a</dd></dl>", "<div><div>a</div></div>"],
  ["descriptions in order", "<dl><dt>a</dt><dd>b</dd></dl>", "<dl><dt>a</dt><dd>b</dd></dl>"],
  [
    "a second caption",
    "<figure><figcaption>a</figcaption>b<figcaption>c</figcaption></figure>",
    "<figure><div>a</div>b<figcaption>c</figcaption></figure>",
  ],
  ["what folds", "<details><summary>a</summary>b</details>", "<div><p>a</p>b</div>"],
  ["a link to nowhere", '<a href="#x">a</a>', "<a>a</a>"],
  [
    "two places of one name",
    '<p id="1 a">a</p><p id="1 a">b</p><a href="#1 a">c</a>',
    '<p id="place-1">a</p><p>b</p><a href="#place-1">c</a>',
  ],
  [
    "what is right",
    '<p lang="de" dir="ltr">a <b>b</b></p>',
    '<p lang="de" dir="ltr">a <b>b</b></p>',
  ],
])("%s", (_, html, expected) => {
  const root = document.createElement("body");
  root.innerHTML = html;
  fitXhtml(root);
  expect(root.innerHTML).toBe(expected);
  fitXhtml(root);
  expect(root.innerHTML, "a second time changes nothing").toBe(expected);
});
