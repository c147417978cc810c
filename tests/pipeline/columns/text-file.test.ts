import { existsSync, mkdtempSync, rmSync, truncateSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, onTestFinished, test } from "vitest";
import { TextFile } from "#pipeline/columns/text-file.ts";

/** A file of texts, and where it stands once there is one. */
function fileOf(texts: readonly string[]): { file: TextFile; path: string } {
  const folder = mkdtempSync(join(tmpdir(), "offprint-test-"));
  const path = join(folder, "texts");
  const file = new TextFile(() => path);
  onTestFinished(() => {
    file.close();
    rmSync(folder, { recursive: true, force: true });
  });
  for (const text of texts) file.push(text);
  return { file, path };
}

/** More than waits in memory, of very different lengths. */
const many = (letter: string, count = 3_000) =>
  Array.from({ length: count }, (_, place) => `${place} ${letter.repeat((place * 37) % 300)}`);

describe("a file of texts", () => {
  test.each([
    ["plain", many("a")],
    ["of all scripts", many("ä€😀")],
    ["plain at first", [...many("a"), "ä", ...many("a")]],
    ["longer than what is read or written at once", ["a", ..."bcd".split(""), "é".repeat(300_000)]],
    ["empty ones among them", ["", ...many(""), "", "a".repeat(20_000), ""]],
  ])("gives them back in their order, and in any other: %s", (_, given) => {
    const texts = [...given, ...many("z", 4_000)];
    const { file, path } = fileOf([]);
    expect(texts.map((text) => file.push(text))).toEqual([...texts.keys()]);
    expect(existsSync(path)).toBe(true);
    expect([file.count, file.isAscii]).toEqual([texts.length, !/[^\0-\x7f]/.test(texts.join(""))]);
    const inOrder = texts.map((__, place) => file.at(place));
    expect(inOrder.every((text, place) => text === texts[place])).toBe(true);
    const place = fc.nat(texts.length - 1);
    fc.assert(
      fc.property(place, fc.array(place), (first, others) => {
        const places = [first, first + 1, ...others, first + 2].filter((at) => at < texts.length);
        expect(places.map((at) => file.at(at))).toEqual(places.map((at) => texts[at]));
      }),
    );
  });

  test("tells texts that came since from those that were read ahead", () => {
    const texts = many("a");
    const { file } = fileOf(texts);
    for (const place of texts.keys()) file.at(place);
    const more = many("b");
    for (const text of more) file.push(text);
    const all = [...texts, ...more];
    expect(all.every((text, place) => file.at(place) === text)).toBe(true);
  });

  test("makes no file of a few", () => {
    const { file, path } = fileOf(["a", "ä"]);
    expect([file.at(1), file.at(0), file.at(2), existsSync(path)]).toEqual(["ä", "a", "", false]);
  });

  test("says that its file was cut short, or closed", () => {
    const { file, path } = fileOf(many("a"));
    truncateSync(path, 0);
    expect(() => file.at(0)).toThrow("cut short");
    file.close();
    expect(() => file.at(1)).toThrow("closed");
  });
});
