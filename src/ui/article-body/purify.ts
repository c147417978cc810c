import createPurifier, { type Config } from "dompurify";
import { ALLOWED_ATTRIBUTES, ALLOWED_ELEMENTS, DROPPED_WHOLE, mayHave } from "./allowed.ts";
import { safeValue } from "./attribute-values.ts";
import { finish } from "./finish.ts";
import { prepare } from "./prepare.ts";
import type { Rules } from "./rules.ts";
import type { Names } from "./scrollers.ts";

type Pass = { rules: Rules; names: Names; elements: number };

const CONFIG = {
  ALLOWED_TAGS: [...ALLOWED_ELEMENTS, "#text"],
  ALLOWED_ATTR: [...ALLOWED_ATTRIBUTES],
  ALLOW_ARIA_ATTR: false,
  ALLOW_DATA_ATTR: false,
  ALLOW_UNKNOWN_PROTOCOLS: false,
  SANITIZE_DOM: true,
  SANITIZE_NAMED_PROPS: true,
  KEEP_CONTENT: true,
  SAFE_FOR_XML: true,
  WHOLE_DOCUMENT: false,
  FORCE_BODY: true,
  FORBID_ATTR: ["style"],
  FORBID_TAGS: ["style", "form", "svg", "template", "annotation-xml", "foreignobject"],
  ADD_FORBID_CONTENTS: [...DROPPED_WHOLE],
} satisfies Config;

// One private instance for the page: its hooks reach nobody else, and only one may create the policy “dompurify”.
const purifier = createPurifier(window);

/** Cleans an article into elements that belong to no page, and says how many its source held. */
export function cleanToElement(html: string, rules: Rules): { root: Element; elements: number } {
  const pass = startPass(rules);
  const root = purifier.sanitize(html, { ...CONFIG, RETURN_DOM: true });
  // Of a bare <frameset> there is nothing to return.
  if (!(root instanceof Element)) return { root: document.createElement("body"), elements: 0 };
  return { root, elements: pass.elements };
}

/** Cleans an article into what may be set as HTML: `TrustedHTML` where the browser has it, else a string. */
export function cleanToHtml(html: string, rules: Rules): TrustedHTML | string {
  startPass(rules);
  return purifier.sanitize(html, { ...CONFIG, RETURN_TRUSTED_TYPE: true });
}

// DOMPurify hands its hooks nothing of ours; it works synchronously, so that one pass at a time is enough.
let current: Pass | null = null;

function startPass(rules: Rules): Pass {
  current = { rules, names: { tables: 0, codes: 0 }, elements: 0 };
  return current;
}

purifier.addHook("uponSanitizeElement", (node, { tagName }) => {
  if (!current || !(node instanceof Element)) return;
  current.elements++;
  prepare(node, tagName, current.rules);
});

purifier.addHook("uponSanitizeAttribute", (element, attribute) => {
  const value =
    current && judge(element.localName, attribute.attrName, attribute.attrValue, current.rules);
  attribute.keepAttr = value !== null;
  if (value !== null) attribute.attrValue = value;
});

purifier.addHook("afterSanitizeAttributes", (element) => {
  if (current) finish(element, current.rules.base, current.names, current.rules.say);
});

function judge(element: string, name: string, value: string, rules: Rules): string | null {
  if (!mayHave(element, name)) return null;
  const safe = safeValue(element, name, value, rules);
  const asksAtOnce = name === "srcset" || name === "poster";
  return asksAtOnce && rules.pictures === "link" ? null : safe;
}
