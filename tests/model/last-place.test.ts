import { expect, it } from "vitest";
import { parseLastPlace } from "#model/last-place.ts";
import { isStart } from "#model/start.ts";

const STORY = "/article/ab/0123456789abcdef01/";

it.each(["/", "/?tag=ice&not-tag=owls", STORY, `${STORY}?tag=ice`, "/saved/?story=ab", "/tags/"])(
  "the app comes back to %s",
  (place) => {
    expect(parseLastPlace(place)).toBe(place);
  },
);

it.each([
  null,
  "",
  "//evil.example/",
  "https://evil.example/",
  "/settings/",
  "/share/?url=https://a.example",
  "/?open=last",
  "/article/../saved/",
  `/?${"a".repeat(3_000)}`,
])("instead of %s it opens the list", (place) => {
  expect(parseLastPlace(place)).toBe("/");
});

it("only the address with which an installed app starts is one", () => {
  expect(isStart("?open=last")).toBe(true);
  expect(isStart("")).toBe(false);
  expect(isStart("?tag=ice&open=last")).toBe(false);
});
