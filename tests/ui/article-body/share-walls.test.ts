import { describe, expect, it } from "vitest";
import { cleanBody } from "#app/first-view/clean-body.ts";
import { sanitizeArticle } from "#ui/article-body/sanitize-article.ts";

const place = { base: "/", baseUrl: "https://mill.example/notes/" };

function read(html: string): string {
  const template = document.createElement("template");
  template.innerHTML = html;
  const { content } = template;
  const left = [...content.querySelectorAll("a[href], img")].map((each) => each.localName);
  return [content.textContent?.replace(/\s+/g, " ").trim(), ...left].join(" ").trim();
}

const FACEBOOK = "https://www.facebook.com/sharer/sharer.php?u=x";
const TWEET = "https://twitter.com/intent/tweet?text=x";
const ICON = '<img src="https://mill.example/icon.png" alt="Share">';

describe.each([
  ["in the app", (html: string) => String(sanitizeArticle(html, place).html)],
  ["in a document", (html: string) => cleanBody(html, place)],
])("of share buttons %s", (_, clean) => {
  it.each([
    ["a row of icons", `<p><a href="${FACEBOOK}">${ICON}</a> <a href="${TWEET}">${ICON}</a></p>`],
    ["one icon alone", `<div><a href="${TWEET}">${ICON}</a></div>`],
    ["a row of names", `<div><a href="${FACEBOOK}">Facebook</a> <a href="${TWEET}">X</a></div>`],
    ["one with a label", `<p>Share: <a href="${FACEBOOK}">Facebook</a></p>`],
    [
      "a list under its label",
      '<div><div><h3>Share this:</h3><ul><li><a href="?share=twitter">Twitter</a></li><li><a href="?share=facebook">Facebook</a></li></ul></div></div>',
    ],
    [
      "one by mail, whose address is no address",
      `<ul><li><a href="${FACEBOOK}">${ICON}</a></li><li><a href="mailto:?subject=x">${ICON}</a></li></ul>`,
    ],
    [
      "those of a feed's service",
      `<p><a href="http://feeds.feedburner.com/~ff/mill?a=1">${ICON}</a></p>`,
    ],
  ])("%s goes", (_name, html) => {
    expect(read(clean(`<p>Ground.</p>${html}<p>Sold.</p>`))).toBe("Ground.Sold.");
  });

  it.each([
    ["a link in a sentence", `<p>Some <a href="${TWEET}">tweet it</a> at night.</p>`, "a"],
    [
      "a sentence that is one",
      `<p><a href="${TWEET}">“Salt is patience.” Hand it on.</a></p>`,
      "a",
    ],
    [
      "what stands beside another link",
      `<p><a href="${FACEBOOK}">Facebook</a> <a href="${TWEET}">X</a> <a href="/plans">Plans</a></p>`,
      "a a a",
    ],
    [
      "what stands beside a picture",
      `<div><img src="https://mill.example/mill.jpg" alt=""><a href="${FACEBOOK}">${ICON}</a></div>`,
      "img a img",
    ],
    [
      "a note that has a wall beside it",
      `<div><p>The mill stood.</p><p><a href="${FACEBOOK}">${ICON}</a></p></div>`,
      "",
    ],
  ])("%s stays", (_name, html, left) => {
    const words = read(html).replace(/(?:^| )(?:a|img)(?: (?:a|img))*$/, "");
    expect(read(clean(html))).toBe(`${words} ${left}`.trim());
  });
});
