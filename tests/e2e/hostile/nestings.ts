import type { HostileBody } from "./hostile-bodies.ts";

const PICTURE = "<img src=https://evil.invalid/x onerror=alert(1)>";

/** Elements at whose borders parsers disagree: of HTML, of formulas, of drawings, and raw text. */
const OUTER = [
  "a",
  "b",
  "button",
  "center",
  "dd",
  "desc",
  "details",
  "div",
  "fieldset",
  "font",
  "foreignObject",
  "form",
  "h1",
  "li",
  "math",
  "mglyph",
  "mi",
  "mtext",
  "nobr",
  "noscript",
  "option",
  "p",
  "pre",
  "ruby",
  "section",
  "select",
  "svg",
  "table",
  "tbody",
  "td",
  "template",
  "title",
  "tr",
  "xmp",
];

const ATTRIBUTES = [
  "",
  ' id="root"',
  ' name="attributes"',
  ' style="position:fixed"',
  ' class="fixed inset-0"',
  ' onclick="alert(1)"',
  ' encoding="text/html"',
  ' href="javascript:alert(1)"',
  ` title="</style>${PICTURE.replaceAll('"', "&quot;")}"`,
];

const INNER = [
  PICTURE,
  "<script>alert(1)</script>",
  `<style><!--</style>${PICTURE}-->`,
  `<!--><p title="-->${PICTURE}">x</p>-->`,
  '<a href="java&Tab;script:alert(1)">x</a>',
  "<svg><style>&lt;img src=x onerror=alert(1)&gt;</style></svg>",
  `<math><annotation-xml encoding="application/xhtml+xml">${PICTURE}</annotation-xml></math>`,
  `<textarea></textarea><noembed><p title="</noembed>${PICTURE}">x</p></noembed>`,
  '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
  "<form><input name=childNodes><input name=nodeName></form>",
];

const HOW_MANY = 260;

/** Elements in elements, drawn by lot; the lots are always the same. */
export function nestings(): HostileBody[] {
  const draw = lots(20_261_123);
  return Array.from({ length: HOW_MANY }, (_, number) => {
    const depth = 2 + draw(6);
    const names = Array.from({ length: depth }, () => pick(OUTER, draw));
    const start = names.map((name) => `<${name}${pick(ATTRIBUTES, draw)}>`).join("");
    // Some are closed in the wrong order, some not at all.
    const end = [...names].reverse().filter(() => draw(4) > 0);
    if (draw(3) === 0) end.reverse();
    const html = `${start}${pick(INNER, draw)}${end.map((name) => `</${name}>`).join("")}`;
    return { name: `nesting: ${number}, ${names.join(" ")}`, html };
  });
}

type Draw = (below: number) => number;

function pick(from: readonly string[], draw: Draw): string {
  return from[draw(from.length)] ?? "";
}

/** Numbers that look drawn by lot, from a start that makes them the same each time (mulberry32). */
function lots(start: number): Draw {
  let state = start;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}
