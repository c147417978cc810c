import { type Element, isTag } from "domhandler";
import { elementsIn } from "#pipeline/content/body/html-tree.ts";
import { parseBounded } from "#pipeline/content/body/parse-bounded.ts";

const FOREIGN = new Set("script foreignobject iframe embed object handler listener".split(" "));
/** Names an encoding in which what reads as text here may be markup to a browser; in all others ASCII is ASCII. */
const ODD_ENCODING =
  /<\?xml\s[^>]*?encoding\s*=\s*["'](?!(?:utf-?8|us-ascii|iso-8859-\d{1,2}|windows-125\d)["'])/i;

/**
 * Says whether an SVG file only draws. The edition's own server gives it out, so opened by itself it would run what it
 * holds as the app does.
 */
export function isHarmlessSvg(bytes: Buffer): boolean {
  // Only UTF-16 has these: to a browser it is another document than the one that is judged here.
  if (bytes.includes(0)) return false;
  const text = bytes.toString("utf8");
  if (/<!(?:ENTITY|ATTLIST)|<\?(?!xml\s)/i.test(text) || ODD_ENCODING.test(text)) return false;
  const tree = parseBounded(text, { xmlMode: true });
  if (!tree?.children.some((node) => isTag(node) && /(?:^|:)svg$/i.test(node.name))) return false;
  return [...elementsIn(tree)].every(onlyDraws);
}

function onlyDraws({ name, attribs }: Element): boolean {
  if (FOREIGN.has(name.toLowerCase().replace(/^.*:/, ""))) return false;
  return Object.entries(attribs).every(([key, value]) => {
    const bare = value.replace(/[\s\p{Cc}]/gu, "");
    // A form or a refresh needs no script, only to be an element of HTML.
    const isHtml = /^xmlns/i.test(key) && bare.includes("1999/xhtml");
    return !isHtml && !/^(?:.*:)?on/i.test(key) && !/javascript:|data:text/i.test(bare);
  });
}
