import { describe, expect, it } from "vitest";
import { hostOf, safeUrl } from "#ui/article-body/url.ts";

const place = { base: "/news/", baseUrl: "https://paper.example/2026/story.html" };

describe("an address made safe", () => {
  it.each([
    ["link", "/a b?utm_source=x&id=1#c", "https://paper.example/a%20b?id=1#c"],
    ["link", "http://sea.example:8080/", "http://sea.example:8080/"],
    ["link", "http://192.168.1.1/", "http://192.168.1.1/"],
    ["link", "https://bank.example@evil.example/", "https://evil.example/"],
    ["link", "//sea.example/x", "https://sea.example/x"],
    ["link", "mailto:a@sea.example", "mailto:a@sea.example"],
    ["link", "mailto:a@sea.example?bcc=b@sea.example", null],
    ["link", "java\tscript:alert(1)", null],
    ["link", "tel:+1", null],
    ["link", "/news/settings", "https://paper.example/news/settings"],
    ["picture", "http://sea.example/a.jpg", "https://sea.example/a.jpg"],
    ["picture", "https://sea.example:8443/a.jpg", null],
    ["picture", "https://10.homes.example/a.jpg", "https://10.homes.example/a.jpg"],
    ["picture", "http://0x7f.1/a.jpg", null],
    ["picture", "http://172.20.0.1/a.jpg", null],
    ["picture", "http://printer/a.jpg", null],
    ["picture", "https://nas.local./a.jpg", null],
    ["picture", "https://[fe80::1]/a.jpg", null],
    ["picture", "https://www.facebook.com/tr?id=1", null],
    ["picture", "https://www.facebook.com/photo.jpg", "https://www.facebook.com/photo.jpg"],
    [
      "picture",
      `data:image/png;base64,${"A".repeat(100)}`,
      `data:image/png;base64,${"A".repeat(100)}`,
    ],
    ["picture", `data:image/png;base64,${"A".repeat(200_000)}`, null],
    ["picture", "data:image/svg+xml;base64,AAAA", null],
    ["media", "data:audio/mp3;base64,AAAA", null],
    ["picture", "/news/article/ab/0123456789abcdef01/", null],
    ["link", "", null],
    ["link", `https://sea.example/${"x".repeat(5_000)}`, null],
  ] as const)("%s %s", (use, raw, expected) => {
    expect(safeUrl(raw, use, place)).toBe(expected);
  });

  it.each([
    ["//sea.example/x", "https://sea.example/x"],
    ["x.html", null],
    ["https://sea.example/", "https://sea.example/"],
  ])("without the original's address: %s", (raw, expected) => {
    expect(safeUrl(raw, "link", { base: "/", baseUrl: undefined })).toBe(expected);
  });

  it.each([
    ["https://www.sea.example/x", "sea.example"],
    ["mailto:a@sea.example", null],
    ["/news/article/ab/0123456789abcdef01/", null],
  ])("the host of %s", (href, expected) => {
    expect(hostOf(href)).toBe(expected);
  });
});
