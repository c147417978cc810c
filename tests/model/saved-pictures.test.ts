import { describe, expect, it } from "vitest";
import { dataAddress, savedPicturesCache } from "#model/address.ts";
import type { Article } from "#model/article.ts";
import { pictureName, picturesOf } from "#model/saved-pictures.ts";
import { story } from "#tests/support/edition-stories.ts";

const ONE = dataAddress.resource("0123456789abcdef", "map.png");
const TWO = dataAddress.resource("fedcba9876543210", "Bend_2.JPEG");

const withBody = (body: string, rest: Partial<Article> = {}) =>
  story("river", { body, ...rest }).article;

describe("an article's pictures", () => {
  it.each([
    ["none", "<p>Only words.</p>", []],
    ["one", `<img src="/${ONE}">`, [ONE]],
    [
      "one in single quotes, and one without any",
      `<img src='/${ONE}'><img src=/${TWO}>`,
      [ONE, TWO],
    ],
    ["one that is shown twice", `<img src="/${ONE}"><img src="/${ONE}">`, [ONE]],
    ["all that a set offers", `<img srcset="/${ONE} 400w, /${TWO} 800w">`, [ONE, TWO]],
    ["one that a link shows larger", `<a href="/${ONE}">larger</a>`, [ONE]],
    ["none of another host", `<img src="https://host.example/${ONE}">`, []],
    ["none of another edition", `<img src="/other/${ONE}">`, []],
    ["no other file", `<a href="/${ONE.replace("png", "pdf")}">`, []],
    ["none that climbs out", `<img src="/${ONE.replace("map", "../map")}">`, []],
  ])("are %s", (_, body, own) => {
    expect(picturesOf(withBody(body), "/").own).toEqual(own);
  });

  it("are found below the edition's base alone, whatever stands in it", () => {
    const body = `<img src="/a.b/${ONE}"><img src="/axb/${TWO}"><img src="/${TWO}">`;
    expect(picturesOf(withBody(body), "/a.b/").own).toEqual([ONE]);
  });

  it("count the one of its list too, if it is the edition's", () => {
    expect(picturesOf(withBody("", { picture: { src: ONE } }), "/news/").own).toEqual([ONE]);
    const far = { picture: { src: `https://host.example/${ONE}` } };
    expect(picturesOf(withBody("", far), "/").own).toEqual([]);
  });

  it("count the square of its list, and not the picture that only others link to", () => {
    const picture = { src: ONE, square: TWO.toLowerCase() };
    expect(picturesOf(withBody("", { picture }), "/").own).toEqual([TWO.toLowerCase()]);
  });

  it("of other hosts are counted", () => {
    const body =
      '<img src="https://a.example/1.png"><img alt="x" src=//b.example/2.png><img src="/3.png">';
    expect(picturesOf(withBody(body), "/").elsewhere).toBe(2);
  });

  it("are found in what was made to take much", () => {
    const body = `${"<img ".repeat(120_000)}${'"/data/files/'.repeat(40_000)}`;
    // What looks back again and again would take minutes.
    expect(picturesOf(withBody(body), "/").own.length).toBeLessThanOrEqual(40_000);
  }, 20_000);
});

it("the sizes of a picture have one name, and no other file has it", () => {
  const made = (size: string) =>
    dataAddress.resource("0123456789abcdef", `fedcba9876543210-${size}.webp`);
  expect(pictureName(made("800"))).toBe("fedcba9876543210");
  expect(pictureName(made("square"))).toBe(pictureName(made("1600")));
  expect(pictureName(ONE)).toBe(ONE);
  expect(pictureName(made("photo"))).not.toBe(pictureName(made("800")));
});

it("two editions on one host keep their pictures apart", () => {
  expect(savedPicturesCache("/")).not.toBe(savedPicturesCache("/news/"));
});
