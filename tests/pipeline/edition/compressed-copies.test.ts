import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { dataAddress } from "#model/address.ts";
import { idOf, story } from "../../support/edition-stories.ts";
import { workshop } from "../../support/edition-workshop.ts";

const copies = { hasCopies: true };
const long = (word: string) => story("a.md", { body: `<p>${`${word} `.repeat(200)}</p>` });
const path = dataAddress.articleFile(idOf("a.md"));

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" }).filter(
    (name) => !name.startsWith("."),
  );
}

/** Fails where a copy does not hold what its file holds, or is no shorter. */
function checkCopies(out: string): number {
  const ends = filesIn(out).filter((name) => /\.(?:br|gz)$/.test(name));
  for (const name of ends) {
    const [copy, file] = [
      readFileSync(join(out, name)),
      readFileSync(join(out, name.slice(0, -3))),
    ];
    const open = name.endsWith(".br") ? brotliDecompressSync : gunzipSync;
    expect(open(copy).equals(file), name).toBe(true);
    expect(copy.length).toBeLessThan(file.length);
  }
  return ends.length;
}

test("text files have copies that are smaller, and pictures have none", async () => {
  const { out, app, publish } = workshop();
  const { result } = await publish([long("ice")], undefined, copies);
  expect(checkCopies(out)).toBeGreaterThan(3);
  expect(existsSync(join(out, `${path}.br`))).toBe(true);
  // Too short to be worth one.
  expect(existsSync(join(out, "icon.svg.gz"))).toBe(false);
  expect(app).not.toBe(out);
  expect(result.written).toBe(filesIn(out).filter((name) => /\.[^/]+$/.test(name)).length);
});

test("copies follow their files, and stay where nothing changed", async () => {
  const { out, publish } = workshop();
  await publish([long("ice"), story("b.md")], undefined, copies);
  const again = await publish([long("ice"), story("b.md")], undefined, copies);
  expect(again.result).toMatchObject({ written: 0, removed: 0 });
  await publish([long("owl"), story("b.md")], undefined, copies);
  expect(checkCopies(out)).toBeGreaterThan(3);
  expect(gunzipSync(readFileSync(join(out, `${path}.gz`))).toString()).toContain("owl");
});

test("no copy outlives its file's change, even by one edition", async () => {
  const { out, publish } = workshop();
  await publish([long("ice")], undefined, copies);
  await publish([story("a.md", { body: "" })], undefined, copies);
  checkCopies(out);
  await publish([long("owl")]);
  expect(existsSync(join(out, `${path}.br`))).toBe(false);
  expect(existsSync(join(out, "index.html.gz"))).toBe(false);
});
