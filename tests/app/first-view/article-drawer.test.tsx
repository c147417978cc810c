import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { createArticleDrawer } from "#app/first-view/article-drawer.ts";
import { FirstArticle } from "#app/first-view/first-article.tsx";
import { speechOf } from "#app/first-view/speeches.ts";
import type { Article } from "#model/article.ts";
import { LANGUAGES } from "#model/language.ts";
import { hasContents } from "#ui/article/contents.tsx";
import { ENGLISH } from "#ui/messages/messages.tsx";

const IMPRINT = {
  title: "The Paper zqbodyqz zqconstructorqz",
  language: "en",
  timeZone: "Asia/Tokyo",
  base: "/news/",
  sections: new Map([["sea", "The Sea & all"]]),
};

const PLAIN: Article = {
  v: 1,
  id: "0123456789abcdef0123",
  title: "Salt",
  date: null,
  tags: [],
  excerpt: "",
  minutes: 1,
  authors: [],
  words: 3,
  body: "<p>Salt.</p>",
  translations: [],
  related: [],
};
const EVIL = `"><script>alert(1)</script> 'zq0qz' & $& $1`;
const FULL: Article = {
  ...PLAIN,
  title: EVIL,
  date: "2026-01-13T09:40:00Z",
  source: EVIL,
  section: "sea",
  tags: ["Deep Sea", EVIL, "C++", "ünïcode"],
  minutes: 12,
  authors: ["A. Salter", EVIL],
  link: "https://source.example/?a=1&b='2'",
  description: EVIL,
  translations: [
    { id: "aaaaaaaaaaaaaaaaaaaa", title: EVIL, language: "de" },
    { id: "bbbbbbbbbbbbbbbbbbbb", title: "ملح", language: "ar" },
  ],
  related: [{ id: "cccccccccccccccccccc", title: EVIL, date: null }],
};

/** As React alone would draw it. */
function drawn(article: Article, speech = ENGLISH): string {
  return renderToStaticMarkup(
    <FirstArticle
      imprint={IMPRINT}
      speech={speech}
      article={article}
      sectionName={IMPRINT.sections.get(article.section ?? "")}
      body={
        article.body === ""
          ? null
          : { content: "TEXT", direction: article.language === "ar" ? "rtl" : "ltr" }
      }
      isLong={hasContents(article)}
      data="DATA"
    />,
  );
}

function parsed(html: string): string {
  const template = document.createElement("template");
  template.innerHTML = html
    .replaceAll(' data-discover="true"', "")
    .replace(/data-article='[^']*'/, 'data-article="DATA"')
    .replace(/(data-article="DATA">).*?(<\/div><footer)/s, "$1TEXT$2");
  return template.innerHTML;
}

it.each<[string, Partial<Article>]>([
  ["has nothing but a title", {}],
  ["has every part", FULL],
  ["has one name for source and section", { source: "The sea & ALL", section: "sea" }],
  ["has a section without a name", { section: "ice" }],
  ["gives only a day", { date: "2026-01-12T15:00:00Z" }],
  ["repeats its title as description", { description: "Salt" }],
  ["runs from right to left", { ...FULL, language: "ar" }],
  ["has a language of its own", { language: "de" }],
  ["has no text", { body: "" }],
  ["has no text and an original", { body: "", link: "https://source.example/" }],
])("an article that %s is drawn as React draws it", (_, fields) => {
  const article = { ...PLAIN, ...fields };
  expect(parsed(createArticleDrawer(IMPRINT, ENGLISH)(article))).toBe(parsed(drawn(article)));
});

it.each(LANGUAGES)("in the language %s too, whatever the number of minutes", (language) => {
  const speech = speechOf(language);
  const draw = createArticleDrawer(IMPRINT, speech);
  for (const minutes of [1, 2, 3, 11, 100, 101]) {
    const article = { ...PLAIN, ...FULL, minutes };
    expect(parsed(draw(article))).toBe(parsed(drawn(article, speech)));
  }
});

it("two articles of one form keep their own words", () => {
  const draw = createArticleDrawer(IMPRINT, ENGLISH);
  const first = draw({ ...FULL, title: "One" });
  const second = draw({ ...FULL, title: "Two", id: "ffffffffffffffffffff" });
  expect(first).toContain(">One</h1>");
  expect(second).toContain(">Two</h1>");
  expect(second).not.toContain("0123456789abcdef0123");
  expect(draw({ ...FULL, title: "One" })).toBe(first);
});
