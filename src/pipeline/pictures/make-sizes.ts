import sharp, { type Metadata, type Sharp } from "sharp";
import { PictureError } from "./picture-error.ts";

/** A picture in one size. */
type MadeSize = { readonly width: number; readonly height: number; readonly bytes: Buffer };

/** A picture in the sizes that the app shows: those of articles, narrowest first, and the square of lists. */
export type MadePicture = {
  /** In pixels of a page: how large it is shown where there is room. */
  readonly width: number;
  readonly height: number;
  readonly sizes: readonly MadeSize[];
  readonly square: MadeSize;
};

/** Changes with what is made of a picture, so that what an older version made isn't taken for it. */
export const RECIPE = 1;

/** A column of text, and one of twice as many dots. */
const WIDTHS = [800, 1600] as const;
/** A list's square of 84 px, of twice as many dots. */
const SQUARE = 168;
/** The format knows no more than 16,383. */
const HIGHEST = 12_000;
/** A camera's; decoded, it takes some 240 MB. */
const MOST_PIXELS = 60_000_000;
const MOST_FRAMES = 400;
/** What makes a drawing much more work than it is long: parts that are drawn again within each other. */
const MOST_REPEATS = 24;
const REPEAT = /<(?:\w+:)?(?:use|pattern|mask|filter)\b/gi;
const LONGEST_SECONDS = 30;
const QUALITY = { quality: 78, smartSubsample: true } as const;

const FORMATS = new Set(["jpeg", "png", "gif", "webp", "heif", "svg"]);

// What comes from strangers is read by the decoders of these formats alone.
sharp.block({ operation: ["VipsForeignLoad"] });
sharp.unblock({
  operation: ["Jpeg", "Png", "Nsgif", "Webp", "Heif", "Svg"].map(
    (name) => `VipsForeignLoad${name}`,
  ),
});
// Each picture is decoded once; several are worked on at a time, each by one thread.
sharp.cache(false);
sharp.concurrency(1);

/**
 * Makes the sizes of a picture: turned upright, in the colours of screens, without what its file says beside it (place,
 * camera, comments). One that moves goes on moving; drawings become pictures of dots.
 *
 * @throws PictureError
 */
export async function makeSizes(bytes: Buffer): Promise<MadePicture> {
  try {
    const facts = await readFacts(bytes);
    const moves = mayMove(facts);
    const open = (animated: boolean) => openPicture(bytes, facts, animated);
    const first = await writeSize(open(moves), WIDTHS[0]);
    // One that moves is large enough in one size.
    const second = moves ? null : await writeSize(open(false), WIDTHS[1]);
    const sizes = second && second.width > first.width ? [first, second] : [first];
    const square = open(false).resize(SQUARE, SQUARE, { fit: "cover", withoutEnlargement: true });
    return { ...shownSize(facts, sizes.at(-1) ?? first), sizes, square: await write(square) };
  } catch (cause) {
    if (cause instanceof PictureError) throw cause;
    throw new PictureError("unusable", "it can't be read as a picture", { cause });
  }
}

async function readFacts(bytes: Buffer): Promise<Metadata> {
  const facts = await sharp(bytes, { limitInputPixels: false }).metadata();
  if (facts.format === "svg" && (bytes.toString().match(REPEAT)?.length ?? 0) > MOST_REPEATS) {
    throw new PictureError("unusable", "it is a drawing that takes too long to draw");
  }
  if (!FORMATS.has(facts.format)) {
    throw new PictureError("unusable", "it is of a kind that isn't published");
  }
  if (facts.width * facts.height > MOST_PIXELS) {
    throw new PictureError("unusable", "it has too many dots");
  }
  return facts;
}

/** A drawing is made with more dots than it is wide, and shown as wide as it says. */
function shownSize({ format, width, height }: Metadata, { width: widest, height: high }: MadeSize) {
  return format === "svg" && width < widest ? { width, height } : { width: widest, height: high };
}

/** One that would take too much to keep moving is shown as its first frame. */
function mayMove({ pages = 1, width, height }: Metadata): boolean {
  return pages > 1 && pages <= MOST_FRAMES && width * height * pages <= MOST_PIXELS;
}

function openPicture(bytes: Buffer, facts: Metadata, animated: boolean): Sharp {
  return sharp(bytes, {
    animated,
    limitInputPixels: MOST_PIXELS,
    failOn: "error",
    ...(facts.format === "svg" && { density: 144 }),
  })
    .timeout({ seconds: LONGEST_SECONDS })
    .autoOrient();
}

function writeSize(picture: Sharp, width: number): Promise<MadeSize> {
  return write(picture.resize(width, HIGHEST, { fit: "inside", withoutEnlargement: true }));
}

async function write(picture: Sharp): Promise<MadeSize> {
  const { data, info } = await picture.webp(QUALITY).toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.pageHeight ?? info.height, bytes: data };
}
