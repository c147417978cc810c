import fc from "fast-check";
import { expect, it } from "vitest";
import { parseSharedLink } from "#model/shared-link.ts";

const shared = (fields: Record<string, string>) =>
  parseSharedLink(`?${new URLSearchParams(fields)}`);

it.each([
  [{ url: "https://tides.example/a", title: "On tides" }, "https://tides.example/a", "On tides"],
  [
    { text: "On tides https://tides.example/a?b=c#d", title: "" },
    "https://tides.example/a?b=c#d",
    "On tides",
  ],
  [{ title: "https://tides.example/" }, "https://tides.example/", ""],
  [{ text: "“https://tides.example/a”, read it." }, "https://tides.example/a", "“”, read it."],
  [{ url: "not a link", text: "http://tides.example" }, "http://tides.example/", ""],
  [
    { url: "https://a.example", text: "https://b.example", title: "One\nline" },
    "https://a.example/",
    "One line",
  ],
])("of %o it takes the link and what it is called", (fields, link, title) => {
  expect(shared(fields)).toEqual({ link, title });
});

it.each([
  [{}],
  [{ text: "no link here" }],
  [{ url: "javascript:alert(1)" }],
  [{ url: "data:text/html,<p>" }],
  [{ url: "https://" }],
  [{ url: `https://tides.example/${"a".repeat(5_000)}` }],
])("there is no link in %o", (fields) => {
  expect(shared(fields)).toBeNull();
});

it("whatever is shared, what it takes is a web address and one short line", () => {
  const words = fc.array(
    fc.constantFrom("https://a.example/b", "javascript:x", "\n", " ", "words", "\u0000", "👍", "%"),
    { maxLength: 8 },
  );
  fc.assert(
    fc.property(words, words, words, (url, text, title) => {
      const found = shared({ url: url.join(""), text: text.join(""), title: title.join("") });
      if (found === null) return;
      expect(new URL(found.link).protocol).toMatch(/^https?:$/);
      expect(found.title).not.toMatch(/[\n\0]|https:/);
    }),
  );
});
