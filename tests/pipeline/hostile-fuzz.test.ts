import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { expect, it } from "vitest";
import { publish, write } from "./hostile-publish.ts";

const SAMPLE = fileURLToPath(new URL("../../content/", import.meta.url));
const files = readdirSync(SAMPLE, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.(?:md|html)$/.test(entry.name))
  .map((entry) => relative(SAMPLE, join(entry.parentPath, entry.name)))
  .sort();

/** What is put into a file at a place: marks that some part of the reading looks for, and bytes that are no text. */
const PIECES = [
  ..."--- +++ {{< >}} {{% %}} <!-- --> ``` <script> </script> <b> <table><tr> [x]( ![ )".split(" "),
  ..."[[ ]] {{ : , & * ! | > # % @ ` ' \" \\".split(" "),
  "\n---\n",
  "\n+++\n",
  "\ntitle: \n",
  "\n__proto__: [x]\n",
  "\ntags: {a: b}\n",
  "\ndate: 2024-13-45\n",
  "\naliases: [../../x]\n",
  "\ncascade:\n  - target: {path: '**'}\n    draft: true\n",
  "\nurl: //evil.example/\n",
  "\u0000",
  "\u202e",
  "\ufeff",
  "\r",
  "\t",
].map((text) => Buffer.from(text));
const NO_TEXT = [Buffer.from([0xff]), Buffer.from([0xc3, 0x28]), Buffer.from([0xed, 0xa0, 0x80])];

type Change = { where: number; length: number; put: Uint8Array; again: boolean };

const change: fc.Arbitrary<Change> = fc.record({
  // Most of what can break stands at the start.
  where: fc.oneof(
    fc.double({ min: 0, max: 0.15, noNaN: true }),
    fc.double({ min: 0, max: 1, noNaN: true }),
  ),
  length: fc.oneof(fc.constant(0), fc.nat(30), fc.nat(3_000)),
  put: fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...PIECES) },
    { weight: 1, arbitrary: fc.constantFrom(...NO_TEXT) },
    { weight: 1, arbitrary: fc.uint8Array({ maxLength: 20 }) },
  ),
  again: fc.boolean(),
});

const mutated = fc.record({
  file: fc.constantFrom(...files),
  changes: fc.array(change, { minLength: 1, maxLength: 4 }),
});

/** Takes a part out, or keeps it twice, and puts something in. */
function apply(bytes: Buffer, { where, length, put, again }: Change): Buffer {
  const at = Math.floor(where * bytes.length);
  const part = bytes.subarray(at, at + length);
  return Buffer.concat([
    bytes.subarray(0, at),
    ...(again ? [part, put, part] : [put]),
    bytes.subarray(at + length),
  ]);
}

it("whatever becomes of the sample edition's files, nothing is thrown, none goes unsaid, and all that is published parses", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(mutated, { minLength: 1, maxLength: 6 }), async (some) => {
      const home = mkdtempSync(join(tmpdir(), "offprint-fuzz-"));
      try {
        const texts = some.map(({ file, changes }): [string, Buffer] => [
          file,
          changes.reduce(apply, readFileSync(join(SAMPLE, file))),
        ]);
        write(join(home, "content"), {
          "good.md": "---\ntitle: A\n---\nx",
          ...Object.fromEntries(texts),
        });
        // Reads every list and article of the edition as the app does.
        const run = await publish(home);
        const silent = texts.filter(
          ([path]) =>
            !(
              /_index\.\w+$/.test(path) ||
              run.published.has(path) ||
              run.leftOut.has(path) ||
              run.problems.some((line) => line.startsWith(`${path}:`))
            ),
        );
        expect(silent.map(([path]) => path)).toEqual([]);
        for (const line of run.problems) expect(line).toMatch(/^\S.*:[1-9]\d*: \S/);
      } finally {
        rmSync(home, { recursive: true, force: true });
      }
    }),
    { numRuns: 60, seed: 20_261_123 },
  );
}, 120_000);
