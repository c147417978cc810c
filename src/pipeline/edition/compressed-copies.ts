import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import type { Rank, Staging } from "./staging.ts";

/** What shrinks; pictures, fonts and the like are compressed already. */
const TEXT = /\.(?:html|css|js|mjs|json|webmanifest|svg|txt|xml|map)$/;
/** A host's own settings, which nobody asks for, have no such end; smaller files fit in one packet anyway. */
const SMALLEST = 256;
/** Of one article each: many, and read by few. All other files are asked for by every reader. */
const OF_AN_ARTICLE = /^(?:data\/articles|article)\//;
/** More than the threads that compress, so that none waits. */
const WIDTH = 8;

/** The ends of the copies' names, as web servers look for them. */
export const COPY_ENDS = [".br", ".gz"] as const;

const ways: Record<(typeof COPY_ENDS)[number], (path: string, bytes: Buffer) => Promise<Buffer>> = {
  ".br": (path, bytes) =>
    promisify(brotliCompress)(bytes, {
      params: {
        [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
        [constants.BROTLI_PARAM_QUALITY]: OF_AN_ARTICLE.test(path) ? 5 : 10,
        [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
      },
    }),
  ".gz": (_, bytes) => promisify(gzip)(bytes, { level: 9 }),
};

/** Puts compressed copies beside the text files of an edition, wherever they are smaller. */
export async function addCompressedCopies(staging: Staging): Promise<void> {
  const files = staging.texts(TEXT);
  const work = async () => {
    for (const [path, rank] of files) {
      for (const end of COPY_ENDS) await addCopy(path, end, rank, staging);
    }
  };
  // All take from one list.
  await Promise.all(Array.from({ length: WIDTH }, work));
}

async function addCopy(
  path: string,
  end: (typeof COPY_ENDS)[number],
  rank: Rank | null,
  staging: Staging,
): Promise<void> {
  // Its source is as it was, so it is too.
  if (rank === null && staging.keep(path + end)) return;
  const bytes = staging.bytes(path);
  if (bytes.length < SMALLEST) return;
  const copy = await ways[end](path, bytes);
  if (copy.length < bytes.length) staging.put(path + end, copy, rank ?? "data");
}
