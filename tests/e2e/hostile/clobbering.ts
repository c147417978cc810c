import type { HostileBody } from "./hostile-bodies.ts";

/** Names that the app, React, DOMPurify or the browser itself reads from the document, the window or an element. */
const NAMES = [
  "root",
  "app",
  "main",
  "config",
  "trustedTypes",
  "DOMPurify",
  "localStorage",
  "caches",
  "navigator",
  "currentScript",
  "getElementById",
  "querySelector",
  "createElement",
  "cookie",
  "body",
  "head",
  "defaultView",
  "implementation",
  "attributes",
  "parentNode",
  "childNodes",
  "removeChild",
  "nodeName",
  "__proto__",
  "constructor",
  "hasOwnProperty",
  "toString",
];

const SHAPES: readonly [name: string, shape: (name: string) => string][] = [
  ["an id", (name) => `<p id="${name}">x</p>`],
  ["a named picture", (name) => `<img name="${name}" src="https://paper.example/a.jpg">`],
  ["a form's field", (name) => `<form id="f"><input name="${name}"><input name="${name}"></form>`],
  [
    "two anchors",
    (name) => `<a id="${name}"></a><a id="${name}" name="url" href="https://evil.example/">x</a>`,
  ],
];

/** Names and ids that would take the place of what the app reads. */
export function clobbering(): HostileBody[] {
  return NAMES.flatMap((name) =>
    SHAPES.map(([shape, write]) => ({
      name: `clobbering: ${name}, by ${shape}`,
      html: write(name),
    })),
  );
}
