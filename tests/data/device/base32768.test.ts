import { decode as decodeAsKnown, encode as encodeAsKnown } from "base32768";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decode, encode } from "#data/device/base32768.ts";

const bytes = fc.uint8Array({ maxLength: 200 });

describe("base32768", () => {
  it("is written as the library of that name writes it", () => {
    fc.assert(
      fc.property(bytes, (some) => {
        expect(encode(some)).toBe(encodeAsKnown(some));
      }),
    );
  });

  it("has a character for each 15 bits", () => {
    const bits = Array.from({ length: 32_768 }, (_, value) => value.toString(2).padStart(15, "0"));
    const octets = bits.join("").match(/.{8}/g) ?? [];
    const all = Uint8Array.from(octets, (octet) => Number.parseInt(octet, 2));
    expect(new Set(encode(all)).size).toBe(32_768);
    expect(encode(all)).toBe(encodeAsKnown(all));
  });

  it("comes back as it was", () => {
    fc.assert(
      fc.property(bytes, (some) => {
        expect([...decode(encode(some))]).toEqual([...some]);
      }),
    );
  });

  it("is refused where the library refuses it, and read alike where it does not", () => {
    const signs = [
      ...encode(Uint8Array.from({ length: 60 }, (_, at) => at * 7)),
      "ƀ",
      "Ɵ",
      "ʟ",
      "a",
    ];
    const texts = fc.array(fc.constantFrom(...signs), { maxLength: 12 });
    fc.assert(
      fc.property(texts, (some) => {
        const text = some.join("");
        expect(outcomeOf(() => decode(text))).toEqual(outcomeOf(() => decodeAsKnown(text)));
      }),
      { numRuns: 1_000 },
    );
  });
});

function outcomeOf(read: () => Uint8Array): readonly number[] | "refused" {
  try {
    return [...read()];
  } catch {
    return "refused";
  }
}
