import { strFromU8, unzipSync } from "fflate";

/** The text files in a ZIP. */
export type ZipText = {
  readonly names: readonly string[];
  /** Null where there is no such file. */
  readonly text: (name: string) => string | null;
  /** Files that were passed over, since they are too large. */
  readonly tooLarge: readonly string[];
};

/** What a ZIP says that it will be: more of it is left packed, so that a small file can't fill the memory. */
const LARGEST_FILE = 50_000_000;
const LARGEST_WHOLE = 600_000_000;
const MOST_FILES = 200_000;
const READ = /\.(?:json|html?|md|csv|txt)$/i;

/** @throws Error where it is no whole ZIP */
export function openZip(bytes: Uint8Array): ZipText {
  const tooLarge: string[] = [];
  let total = 0;
  let files = 0;
  const entries = unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      files += 1;
      if (!READ.test(name) || name.startsWith("__MACOSX/")) return false;
      const fits = originalSize <= LARGEST_FILE && total + originalSize <= LARGEST_WHOLE;
      if (!fits || files > MOST_FILES) {
        tooLarge.push(name);
        return false;
      }
      total += originalSize;
      return true;
    },
  });
  const byName = new Map(Object.entries(entries));
  return {
    names: [...byName.keys()],
    text: (name) => {
      const found = byName.get(name);
      return found ? strFromU8(found) : null;
    },
    tooLarge,
  };
}
