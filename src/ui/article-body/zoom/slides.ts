/** A picture as it is shown alone, with the words that belong to it. */
export type Slide = {
  src: string;
  alt: string;
  width: number;
  height: number;
  /** What stands under it in the article. */
  caption: string;
};

/** Reads what is shown of a picture: the largest form that the article names. */
export function slideOf(picture: HTMLImageElement): Slide {
  const { alt, naturalWidth: width, naturalHeight: height } = picture;
  const caption = picture.closest("figure")?.querySelector("figcaption")?.textContent ?? "";
  return {
    src: largestOf(picture.srcset) ?? (picture.currentSrc || picture.src),
    alt,
    width,
    height,
    caption: caption.replace(/\s+/g, " ").trim(),
  };
}

/** The widest of a set whose widths are told; the sanitizer has written it, one space before each width. */
function largestOf(set: string): string | null {
  let widest = 0;
  let found: string | null = null;
  for (const [, address = null, width] of set.matchAll(/(\S+) (\d{1,5})w(?:, |$)/g)) {
    if (Number(width) <= widest) continue;
    widest = Number(width);
    found = address;
  }
  return found;
}
