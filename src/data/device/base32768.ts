/**
 * Bytes as text, 15 bits to each character: base32768, character for character as the library of that name writes it.
 * The library's tables are objects of 32,768 texts, which hold a slow phone up for a fifth of a second; these are a few
 * numbers.
 */
const WIDE = 15;
const NARROW = 7;

/** Characters come in runs of 32, whose first one's last five bits are none. */
const RUN_BITS = 5;
const IN_RUN = (1 << RUN_BITS) - 1;

/** Runs whose characters stand for 15 bits: from one of each pair to the other. */
const wide = alphabetOf(
  "ҠҿԀԟڀڿݠޟ߀ߟကဟႠႿᄀᅟᆀᆟᇠሿበቿዠዿጠጿᎠᏟᐠᙟᚠᛟកសᠠᡟᣀᣟᦀᦟ᧠᧿ᨠᨿᯀᯟᰀᰟᴀᴟ⇠⇿⋀⋟⍀⏟␀␟─❟➀➿⠀⥿⦠⦿⨠⩟⪀⪿⫠⭟ⰀⰟⲀⳟⴀⴟⵀⵟ⺠⻟㇀㇟㐀䶟䷀龿ꀀꑿ꒠꒿ꔀꗿꙀꙟꚠꛟ꜀ꝟꞀꞟꡀꡟ",
);
/** Those that stand for the last 7 bits or fewer. */
const narrow = alphabetOf("ƀƟɀʟ");

/** The text of bytes: a character for 15 bits, and a last one for what is left. */
export function encode(bytes: Uint8Array): string {
  const units = new Uint16Array(Math.ceil((bytes.length * 8) / WIDE));
  let at = 0;
  let value = 0;
  let bits = 0;
  for (const byte of bytes) {
    value = (value << 8) | byte;
    bits += 8;
    if (bits < WIDE) continue;
    bits -= WIDE;
    units[at++] = wide.unitOf(value >> bits);
    value &= (1 << bits) - 1;
  }
  if (bits > 0) {
    // What is missing of the last is filled up with ones.
    const [alphabet, width] = bits > NARROW ? [wide, WIDE] : [narrow, NARROW];
    units[at] = alphabet.unitOf(((value + 1) << (width - bits)) - 1);
  }
  return new TextDecoder("utf-16le").decode(units);
}

/**
 * The bytes of a text.
 *
 * @throws Error where the text is none of `encode`'s.
 */
export function decode(text: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(Math.floor((text.length * WIDE) / 8));
  const last = text.length - 1;
  let at = 0;
  let value = 0;
  let bits = 0;
  for (let index = 0; index <= last; index++) {
    const unit = text.charCodeAt(index);
    const isNarrow = index === last && narrow.has(unit);
    const read = (isNarrow ? narrow : wide).valueOf(unit);
    if (read === undefined) throw new Error(`Character ${index} is none of base32768`);
    const width = isNarrow ? NARROW : WIDE;
    value = (value << width) | read;
    bits += width;
    while (bits >= 8) {
      bits -= 8;
      bytes[at++] = value >> bits;
      value &= (1 << bits) - 1;
    }
  }
  if (value !== (1 << bits) - 1) throw new Error("The text does not end as base32768 does");
  return bytes.subarray(0, at);
}

function alphabetOf(pairs: string) {
  const runs: number[] = [];
  for (let at = 0; at < pairs.length; at += 2) {
    const end = pairs.charCodeAt(at + 1) >> RUN_BITS;
    for (let run = pairs.charCodeAt(at) >> RUN_BITS; run <= end; run++) runs.push(run);
  }
  const places = new Map(runs.map((run, place) => [run, place]));
  return {
    has: (unit: number): boolean => places.has(unit >> RUN_BITS),
    unitOf: (value: number): number =>
      ((runs[value >> RUN_BITS] ?? 0) << RUN_BITS) | (value & IN_RUN),
    valueOf: (unit: number): number | undefined => {
      const place = places.get(unit >> RUN_BITS);
      return place === undefined ? undefined : (place << RUN_BITS) | (unit & IN_RUN);
    },
  };
}
