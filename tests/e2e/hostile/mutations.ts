import type { HostileBody } from "./hostile-bodies.ts";

const PICTURE = "<img src=https://evil.invalid/x onerror=alert(1)>";

/** Elements whose content one parser reads as text and another as elements. */
const RAW_TEXT = [
  "style",
  "title",
  "textarea",
  "xmp",
  "noscript",
  "noembed",
  "noframes",
  "iframe",
  "plaintext",
  "script",
];

/** Places where the language of the parser changes. */
const FOREIGN: readonly [name: string, wrap: (inner: string) => string][] = [
  ["a drawing", (inner) => `<svg>${inner}</svg>`],
  ["a drawing's HTML", (inner) => `<svg><foreignObject>${inner}</foreignObject></svg>`],
  ["a drawing's description", (inner) => `<svg><desc>${inner}</desc></svg>`],
  ["a formula", (inner) => `<math>${inner}</math>`],
  ["a formula's text", (inner) => `<math><mtext>${inner}</mtext></math>`],
  ["a formula's glyph", (inner) => `<math><mtext><mglyph>${inner}</mglyph></mtext></math>`],
  ["a formula's mark", (inner) => `<math><mi><malignmark>${inner}</malignmark></mi></math>`],
  [
    "a formula's note",
    (inner) => `<math><annotation-xml encoding="text/html">${inner}</annotation-xml></math>`,
  ],
  [
    "a drawing in a formula's note",
    (inner) => `<math><annotation-xml><svg>${inner}</svg></annotation-xml></math>`,
  ],
  ["a template", (inner) => `<template>${inner}</template>`],
];

/** An element of raw text, opened where it is none, closed inside an attribute. */
function hidden(raw: string): string {
  return `<${raw}><a title="</${raw}>${PICTURE}">x</a>`;
}

const PUBLISHED: readonly [name: string, html: string][] = [
  [
    "a table in a formula's text",
    `<form><math><mtext></form><form><mglyph><style></math>${PICTURE}`,
  ],
  [
    "a table that throws its content out",
    `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;${PICTURE.slice(1)}">`,
  ],
  ["a mark in a table in a formula", `<math><mtext><table><mglyph><style><math>${PICTURE}`],
  ["a paragraph that ends a drawing", `<svg></p><style><a id="</style>${PICTURE}">`],
  ["a break that ends a formula", `<math><br><style><a title="</style>${PICTURE}">`],
  ["a list in a drawing", `<svg><li><style><!--</style>${PICTURE}-->`],
  ["a font that ends a drawing", `<svg><font color="x"><style><!--</style>${PICTURE}-->`],
  ["a CDATA section in a drawing", `<svg><![CDATA[><${PICTURE.slice(1)}]]></svg>`],
  ["a CDATA section outside", `<![CDATA[<p title="]]>${PICTURE}">`],
  ["a style with CDATA in a drawing", `<svg><style><![CDATA[</style>${PICTURE}]]></style></svg>`],
  ["a comment that ends early", `<!--> ${PICTURE} -->`],
  ["a comment that ends with a bang", `<!-- x --!> ${PICTURE} -->`],
  ["a comment in a comment", `<!-- <!-- --> ${PICTURE} -->`],
  ["a comment of dashes", `<!---->${PICTURE}<!-- -->`],
  ["a conditional comment", `<!--[if gte IE 4]><script>alert(1)</script><![endif]-->`],
  ["an instruction", `<?xml version="1.0"?><?php ${PICTURE} ?>`],
  ["an instruction for a style sheet", `<?xml-stylesheet href="javascript:alert(1)"?><p>x</p>`],
  ["a document type", `<!DOCTYPE html [<!ENTITY x "${PICTURE}">]><p>&x;</p>`],
  ["an attribute in backquotes", `<img alt="\`\`onerror=alert(1) src=https://evil.invalid/x">`],
  [
    "an attribute that closes its quotation",
    `<p title="&quot;&gt;${PICTURE.replace("<", "&lt;")}">x</p>`,
  ],
  ["an entity without its end", `<p>&ltimg src=https://evil.invalid/x onerror=alert(1)&gt</p>`],
  [
    "a zero byte in a name",
    `<scr\u0000ipt>alert(1)</scr\u0000ipt><img src=x one\u0000rror=alert(1)>`,
  ],
  ["a bracket too many", `<<script>alert(1)//<</script>`],
  ["a name with a slash", `<script/src="https://evil.example/x.js"></script>`],
  ["a script that a filter would put together", `<scr<script>ipt>alert(1)</scr</script>ipt>`],
  ["a script never closed", `<script>alert(1)`],
  ["a script closed with more", `<script>alert(1)</script foo="x">${PICTURE}`],
  [
    "a script in another alphabet's capitals",
    `<ſcript>alert(1)</ſcript><ıframe src="javascript:alert(1)">`,
  ],
  ["UTF-7", `+ADw-script+AD4-alert(1)+ADw-/script+AD4-`],
  [
    "anchors that overlap",
    `<a href="https://paper.example/"><a href="javascript:alert(1)"><b>x</a></b></a>`,
  ],
  [
    "forms that overlap",
    `<form id="a"><div></form><form id="b"><input name="parentNode"></div></form>`,
  ],
  [
    "a table with all its parts wrong",
    `<table><a href="javascript:alert(1)"><tr><td><table><caption>${PICTURE}</table>`,
  ],
  ["a select in a select", `<select><select><style><!--</select></style>${PICTURE}-->`],
  ["an option with content", `<select><option><style></option></select>${PICTURE}</style>`],
  [
    "a document in a document",
    `<html onload="alert(1)"><head><title>x</title></head><body onload="alert(1)" id="root"><p>x</p></body></html>`,
  ],
  ["a body in the middle", `<p>x</p><body onpageshow="alert(1)"><p>y</p>`],
  [
    "shadow in the markup",
    `<div><template shadowrootmode="open">${PICTURE}<slot></slot></template>x</div>`,
  ],
  [
    "shadow of old in the markup",
    `<div><template shadowroot="open"><style>:host{position:fixed}</style></template></div>`,
  ],
  ["a section in a formula", "<math><section><p>x</p></section></math><p>y</p>"],
  ["an item in a block of an item", "<ul><li><div>x<ul></ul><li>y</div></ul><p>z</p>"],
  ["a description in a block of its term", "<dl><dt><div>x<dd>y</div></dl><p>z</p>"],
  ["a table in a block of a table", "<table><div>x<table><tr><td>y</table></div></table><p>z</p>"],
  ["a template in a template", `<template><template>${PICTURE}</template></template>`],
  ["a template among a table", `<table><template><tr><td>${PICTURE}</td></tr></template></table>`],
];

/** Markup that changes its meaning when it is parsed a second time. */
export function mutations(): HostileBody[] {
  const crossed = FOREIGN.flatMap(([place, wrap]) =>
    RAW_TEXT.map((raw) => ({
      name: `mutation: ${raw} in ${place}`,
      html: wrap(hidden(raw)),
    })),
  );
  const plain = RAW_TEXT.map((raw) => ({
    name: `mutation: ${raw} with its end in an attribute`,
    html: hidden(raw),
  }));
  const published = PUBLISHED.map(([name, html]) => ({ name: `mutation: ${name}`, html }));
  const deep = [3, 40, 510, 513].map((levels) => ({
    name: `mutation: a drawing ${levels} forms deep`,
    html: `${"<div>".repeat(levels)}<svg><style><a title="</style>${PICTURE}">x</a></style></svg>`,
  }));
  return [...crossed, ...plain, ...published, ...deep];
}
