import type { HostileBody } from "./hostile-bodies.ts";

/** Elements on which a handler of the given kind runs by itself, or at the least touch. */
const HANDLED: readonly [event: string, element: (handler: string) => string][] = [
  ["error", (on) => `<img src="https://evil.invalid/x" ${on}>`],
  ["load", (on) => `<svg ${on}></svg>`],
  ["load of a frame", (on) => `<iframe src="about:blank" ${on}></iframe>`],
  ["load of a style", (on) => `<style ${on}>p{color:red}</style>`],
  ["toggle", (on) => `<details open ${on}><summary>x</summary></details>`],
  ["beforetoggle", (on) => `<button popovertarget="p">x</button><div id="p" popover ${on}>y</div>`],
  ["focus", (on) => `<a href="#x" autofocus tabindex="1" ${on}>x</a>`],
  ["focusin", (on) => `<p contenteditable autofocus ${on}>x</p>`],
  ["animationstart", (on) => `<style>@keyframes a{}</style><p style="animation:a 1s" ${on}>x</p>`],
  ["transitionend", (on) => `<p style="transition:color 1s" ${on}>x</p>`],
  ["pointerover", (on) => `<p ${on}>a long text to move over</p>`],
  ["click", (on) => `<a href="https://paper.example/" ${on}>x</a>`],
  ["copy", (on) => `<p ${on}>copy me</p>`],
  ["loadstart", (on) => `<audio src="https://evil.invalid/x" ${on}></audio>`],
  ["cuechange", (on) => `<video><track default src="data:text/vtt,WEBVTT" ${on}></video>`],
  ["begin", (on) => `<svg><animate attributeName="x" dur="1s" ${on}></animate></svg>`],
  ["scrollend", (on) => `<div style="overflow:auto;height:1px" ${on}><p>x</p></div>`],
  [
    "contentvisibilityautostatechange",
    (on) => `<div style="content-visibility:auto" ${on}>x</div>`,
  ],
  ["error of an object", (on) => `<object data="https://evil.invalid/x" ${on}></object>`],
  ["error of a script", (on) => `<script src="https://evil.invalid/x" ${on}></script>`],
  ["error of a sheet", (on) => `<link rel="stylesheet" href="https://evil.invalid/x" ${on}>`],
  ["error of a source", (on) => `<video><source src="https://evil.invalid/x" ${on}></video>`],
  ["error of a drawn picture", (on) => `<svg><image href="x" ${on}></image></svg>`],
  ["loadedmetadata", (on) => `<video src="https://film.example/a.mp4" ${on}></video>`],
  ["canplay", (on) => `<video autoplay src="https://film.example/a.mp4" ${on}></video>`],
  ["emptied", (on) => `<audio src="" ${on}></audio>`],
  ["pageshow", (on) => `<body ${on}><p>x</p>`],
  ["hashchange", (on) => `<body ${on}><a href="#x">x</a>`],
  ["message", (on) => `<frameset ${on}><frame></frameset>`],
  ["resize", (on) => `<body ${on}><p>x</p>`],
  ["blur", (on) => `<input autofocus ${on}><input autofocus>`],
  ["input", (on) => `<textarea ${on}>x</textarea>`],
  ["invalid", (on) => `<form><input required ${on}><button autofocus>x</button></form>`],
  ["submit", (on) => `<form action="https://evil.example/" ${on}><button>x</button></form>`],
  ["formdata", (on) => `<form ${on}><input name="a"></form>`],
  ["close", (on) => `<dialog open ${on}><form method="dialog"><button>x</button></form></dialog>`],
  ["command", (on) => `<dialog id="d" ${on}>x</dialog><button commandfor="d">y</button>`],
  ["wheel", (on) => `<p ${on}>x</p>`],
  ["keydown", (on) => `<p tabindex="0" ${on}>x</p>`],
  ["beforematch", (on) => `<p hidden="until-found" ${on}>x</p>`],
  ["animationiteration", (on) => `<p class="animate-pulse" ${on}>x</p>`],
  ["end", (on) => `<svg><set attributeName="x" dur="1ms" ${on}></set></svg>`],
  ["slotchange", (on) => `<div><slot ${on}>x</slot></div>`],
];

/** Ways of writing an attribute in which a filter of text does not see it. */
const WRITINGS: readonly [name: string, write: (event: string) => string][] = [
  ["plain", (event) => `on${event}="alert(1)"`],
  ["in mixed case, unquoted", (event) => `oN${event.toUpperCase()}=alert(1)`],
  ["after a slash and a line break", (event) => `/\non${event}\n=\n'alert(1)'`],
  ["with entities and a template", (event) => `on${event}="&#97;lert&#96;1&#96;"`],
];

/** Handlers of events. */
export function handlers(): HostileBody[] {
  return HANDLED.flatMap(([event, element]) =>
    WRITINGS.map(([writing, write]) => ({
      name: `handler: ${event}, ${writing}`,
      html: element(write(event.split(" ")[0] ?? "")),
    })),
  );
}
