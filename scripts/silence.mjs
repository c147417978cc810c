// Writes the silence that is played while a voice reads: six seconds, since browsers hand media keys to nothing shorter
// than five. MPEG 2, layer III, 8 kbit/s at 24 kHz, mono: a frame of 24 bytes is 24 ms, and of nothing but zeros after
// its head (ISO/IEC 13818-3) it is silent.
import { writeFileSync } from "node:fs";

const HEAD = [0xff, 0xf3, 0x14, 0xc0];
const FRAMES = 250;

const frame = Buffer.alloc(24);
frame.set(HEAD);
writeFileSync(
  new URL("../src/ui/listen/silence.mp3", import.meta.url),
  Buffer.concat(Array.from({ length: FRAMES }, () => frame)),
);
