import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dataAddress } from "#model/address.ts";
import { documentFile, FileSet } from "#pipeline/edition/file-set.ts";

const id = fc.stringMatching(/^[0-9a-f]{20}$/);
/** Few, so that files of one article and the same file twice come up. */
const someIds = ["00112233445566778899", "00112233ffffffffffff", "abcdefabcdefabcdefab"];
const article = fc
  .tuple(fc.oneof(fc.constantFrom(...someIds), id), fc.boolean(), fc.constantFrom("", ".br", ".gz"))
  .map(([one, isDocument, end]) => {
    return `${isDocument ? documentFile(one) : dataAddress.articleFile(one)}${end}`;
  });
const path = fc.oneof(
  article,
  article.map((one) => one.toUpperCase()),
  fc.constantFrom(
    "index.html",
    "article/index.html",
    "data/articles/00/11112233445566778899.json",
    "data/articles/ab/x.json",
  ),
  fc.string(),
);

/** Ids begin in all ways: they are digests. */
const idOf = (number: number) => [...String(number * 7_919).padStart(20, "0")].reverse().join("");

describe("a set of files", () => {
  it("holds, counts and gives what a set of their paths does", () => {
    const step = fc.tuple(fc.constantFrom("add", "add", "delete", "has"), path);
    fc.assert(
      fc.property(fc.array(step, { maxLength: 200 }), (steps) => {
        const [files, model] = [new FileSet(), new Set<string>()];
        for (const [what, one] of steps) {
          for (const set of [files, model]) set[what](one);
          expect([files.has(one), files.size]).toEqual([model.has(one), model.size]);
        }
        expect([...files].sort()).toEqual([...model].sort());
      }),
    );
  });

  it("gives the same order whatever came first", () => {
    fc.assert(
      fc.property(fc.uniqueArray(path), (paths) => {
        expect([...new FileSet(paths)]).toEqual([...new FileSet([...paths].reverse())]);
      }),
    );
  });

  it("knows the file of an article by its id", () => {
    const files = new FileSet();
    for (let number = 0; number < 5_000; number++) {
      files.addOfArticle(idOf(number), "document");
    }
    expect(files.size).toBe(5_000);
    expect(files.has(documentFile(idOf(1)))).toBe(true);
    expect(files.has(dataAddress.articleFile(idOf(1)))).toBe(false);
    expect(files.others().size).toBe(0);
  });
});
