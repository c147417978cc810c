import type { IFrame } from "sanitize-html";
import {
  CONTENT,
  type Findings,
  isShareAddress,
  isShareWall,
  WALLS,
} from "#ui/article-body/share-walls.ts";

/** A link that hands the story on; one without an address counts for nothing. */
type Share = { words: string; hasIcon: boolean; isCounted: boolean };
/** What was met, and where in the text: such a link, or what makes its block more than a wall of them. */
type Met = { at: number; share?: Share };

/** Makes what says of each element that ends, one after the other, whether it is a wall of share buttons. */
export function createWallFinder(): (frame: IFrame) => boolean {
  const met: Met[] = [];
  /** Takes back what was met within an element that begins there. */
  const takeFrom = (at: number) => {
    let first = met.length;
    while (first > 0 && (met[first - 1]?.at ?? -1) >= at) first--;
    return met.splice(first);
  };
  const endBlock = (at: number, text: string): boolean => {
    const within = takeFrom(at);
    const shares = within.flatMap(({ share }) => share ?? []);
    if (shares.length < within.length) {
      // Outer blocks need not know more.
      met.push({ at });
      return false;
    }
    const isWall = isShareWall(findings(shares, text));
    // What went stood in the blocks around it, and not in what now stands in its place.
    if (isWall)
      met.push(...shares.map((share) => ({ at: at - 0.5, share: { ...share, words: "" } })));
    else met.push(...within);
    return isWall;
  };
  return ({ tag, attribs: { href }, text, tagPosition: at }) => {
    if (WALLS.test(tag)) return endBlock(at, text);
    if (tag === "a") {
      const share = {
        words: text,
        hasIcon: takeFrom(at).length > 0,
        isCounted: href !== undefined,
      };
      met.push(href === undefined || isShareAddress(href) ? { at, share } : { at });
    } else if (CONTENT.test(tag)) {
      met.push({ at });
    }
    return false;
  };
}

function findings(shares: readonly Share[], text: string): Findings {
  let words = text;
  for (const share of shares) if (share.words) words = words.replace(share.words, "");
  return {
    shares: shares.filter(({ isCounted }) => isCounted).length,
    hasIcon: shares.some(({ hasIcon }) => hasIcon),
    words,
  };
}
