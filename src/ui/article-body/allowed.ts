/** The attributes that every HTML element may keep. */
const EVERYWHERE = ["dir", "lang", "title", "id"];

/** The elements of a news article, each with the attributes that are its own. Whatever isn't named here goes. */
const HTML_ELEMENTS: Record<string, readonly string[]> = {
  a: ["href", "hreflang", "data-embed", "data-leads"],
  abbr: [],
  audio: ["src", "controls"],
  b: [],
  bdi: [],
  blockquote: ["cite"],
  br: [],
  caption: [],
  cite: [],
  code: ["class"],
  col: ["span"],
  colgroup: ["span"],
  dd: [],
  del: ["datetime"],
  details: ["open"],
  dfn: [],
  div: [],
  dl: [],
  dt: [],
  em: [],
  figcaption: [],
  figure: [],
  // An article's own headline is the page's: `arrange` makes these h2.
  h1: [],
  h2: [],
  h3: [],
  h4: [],
  h5: [],
  h6: [],
  hr: [],
  i: [],
  img: ["src", "srcset", "sizes", "alt", "width", "height", "data-wide"],
  ins: ["datetime"],
  kbd: [],
  li: ["value", "data-task"],
  mark: [],
  ol: ["start", "reversed", "data-numbers"],
  p: [],
  picture: [],
  pre: ["class"],
  q: ["cite"],
  rp: [],
  rt: [],
  ruby: [],
  s: [],
  samp: [],
  section: [],
  small: [],
  source: ["src", "srcset", "sizes", "type", "media", "width", "height"],
  span: [],
  strong: [],
  sub: [],
  summary: [],
  sup: [],
  table: [],
  tbody: [],
  td: ["colspan", "rowspan", "align"],
  tfoot: [],
  th: ["colspan", "rowspan", "align", "scope", "abbr"],
  thead: [],
  time: ["datetime"],
  tr: [],
  track: ["src", "kind", "srclang", "label"],
  u: [],
  ul: [],
  var: [],
  video: ["src", "poster", "width", "height", "controls"],
  wbr: [],
};

/** MathML that only draws: no links, no HTML inside, no annotations. */
const MATH_ELEMENTS: Record<string, readonly string[]> = {
  math: ["display"],
  merror: [],
  mfrac: ["linethickness"],
  mi: ["mathvariant"],
  mmultiscripts: [],
  mn: [],
  mo: ["stretchy", "fence", "separator"],
  mover: ["accent"],
  mphantom: [],
  mprescripts: [],
  mroot: [],
  mrow: [],
  ms: [],
  mspace: ["width"],
  msqrt: [],
  msub: [],
  msubsup: [],
  msup: [],
  mtable: [],
  mtd: ["columnspan", "rowspan"],
  mtext: [],
  mtr: [],
  munder: ["accentunder"],
  munderover: [],
  semantics: [],
};

// A Map, since names such as “constructor” are looked up in it.
const attributesOf = new Map<string, ReadonlySet<string>>([
  ...Object.entries(HTML_ELEMENTS).map(
    ([name, own]) => [name, new Set([...own, ...EVERYWHERE])] as const,
  ),
  ...Object.entries(MATH_ELEMENTS).map(([name, own]) => [name, new Set(own)] as const),
]);

/** Every element that an article may hold. */
export const ALLOWED_ELEMENTS: readonly string[] = [...attributesOf.keys()];

/** Every attribute that some element of an article may have. */
export const ALLOWED_ATTRIBUTES: readonly string[] = [
  ...new Set([...attributesOf.values()].flatMap((names) => [...names])),
];

/** Says whether an element may have an attribute; its value is judged elsewhere. */
export function mayHave(element: string, attribute: string): boolean {
  return attributesOf.get(element)?.has(attribute) ?? false;
}

/** Says whether an element is one of a formula's own. */
export function isOfFormula(element: string): boolean {
  return Object.hasOwn(MATH_ELEMENTS, element);
}

/** Elements that go with everything in them; of all others that go, the text stays. */
export const DROPPED_WHOLE: readonly string[] = [
  "annotation",
  "annotation-xml",
  "applet",
  "button",
  "canvas",
  "datalist",
  "frameset",
  "head",
  "iframe",
  "noembed",
  "noframes",
  "noscript",
  "object",
  "plaintext",
  "select",
  "svg",
  "template",
  "textarea",
  "title",
  "xmp",
];
