import { type Element, isTag } from "domhandler";
import { parseDocument } from "htmlparser2";
import { elementsIn } from "#pipeline/content/body/html-tree.ts";

const FOREIGN = new Set("script foreignobject iframe embed object handler listener".split(" "));

/**
 * Says whether an SVG file only draws. The edition's own server gives it out, so opened by itself it would run what it
 * holds as the app does.
 */
export function isHarmlessSvg(text: string): boolean {
  if (/<!(?:ENTITY|ATTLIST)|<\?(?!xml\s)/i.test(text)) return false;
  const tree = parseDocument(text, { xmlMode: true });
  if (!tree.children.some((node) => isTag(node) && /(?:^|:)svg$/i.test(node.name))) return false;
  return [...elementsIn(tree)].every(onlyDraws);
}

function onlyDraws({ name, attribs }: Element): boolean {
  if (FOREIGN.has(name.toLowerCase().replace(/^.*:/, ""))) return false;
  return Object.entries(attribs).every(([key, value]) => {
    const bare = value.replace(/[\s\p{Cc}]/gu, "");
    return !/^(?:.*:)?on/i.test(key) && !/javascript:|data:text/i.test(bare);
  });
}
