import { expect, it } from "vitest";
import { appAddress, articlePath, dataAddress, page } from "#model/address.ts";
import { type AddressKind, addressKind } from "#model/address-kind.ts";

const ID = "0123456789abcdef0123";
const DIGEST = "0123456789abcdef";

const CASES: [address: string, kind: AddressKind | null][] = [
  ["", "page"],
  ["?tag=tides", "page"],
  [articlePath(ID).slice(1), "page"],
  [articlePath(ID).slice(1, -1), "page"],
  ["tags", "page"],
  ["tags/?tag=tides", "page"],
  ["saved", "page"],
  [`saved${page.saved.to(ID).search}`, "page"],
  ["saved/0123456789abcdef0123", null],
  ["settings", "page"],
  [dataAddress.manifest(), "manifest"],
  [dataAddress.article(ID), "article"],
  [`${dataAddress.article(ID)}?v=1`, "article"],
  [dataAddress.article(ID, DIGEST), "article version"],
  [dataAddress.head(DIGEST), "file"],
  [dataAddress.schedule(DIGEST), "file"],
  [dataAddress.expiries(DIGEST), "file"],
  [dataAddress.month("2026-01", DIGEST), "file"],
  [dataAddress.rows("2026-01", DIGEST), "file"],
  [dataAddress.sizes("2026-01", DIGEST), "file"],
  [dataAddress.directory(DIGEST), "file"],
  [dataAddress.directoryPage(DIGEST), "file"],
  [dataAddress.term(DIGEST), "file"],
  ["assets/index-Ck1yYBK1.js", "file"],
  [dataAddress.resource(DIGEST, "boat.JPG"), "picture"],
  [dataAddress.resource(DIGEST, "boat.webp"), "picture"],
  [dataAddress.resource(DIGEST, "talk.mp3"), null],
  [dataAddress.resource(DIGEST, "evil.html"), null],
  [dataAddress.feed(), null],
  [appAddress.shell(), null],
  [appAddress.worker(), null],
  ["2019/07/an-old-address/", null],
  ["news/article/01/23/", null],
  ["saved/a/b", null],
  ["settingsx", null],
  ["data/", null],
  ["data/something-new/1.json", null],
];

it.each(CASES)("“%s” names: %s", (address, kind) => {
  const [path = "", search] = address.split("?");
  expect(addressKind(path, search === undefined ? "" : `?${search}`)).toBe(kind);
});

it("knows every page of the app", () => {
  for (const { pattern } of Object.values(page)) {
    expect(addressKind(pattern.slice(1).replaceAll(":", ""), ""), pattern).toBe("page");
  }
});

it("knows every data file of the edition, so that a new kind of file is decided on", () => {
  const { feed, manifest, ...others } = dataAddress;
  const passed = [feed()];
  const addresses = Object.values(others)
    .map((build) => build(DIGEST, DIGEST))
    .concat(manifest());
  for (const address of addresses) {
    const [path = "", search] = address.split("?");
    const isPassed = passed.includes(path) || path.endsWith(`/${DIGEST}`);
    if (!isPassed) expect(addressKind(path, search ? `?${search}` : ""), address).not.toBeNull();
  }
});
