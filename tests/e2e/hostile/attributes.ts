import type { HostileBody } from "./hostile-bodies.ts";

/** Attributes that act, ask, or make an element more than text; none is an article's business. */
const ATTRIBUTES = [
  'ping="https://evil.example/p"',
  'formaction="https://evil.example/"',
  'form="f" formmethod="post"',
  'popover="auto" popovertarget="root"',
  'popover="manual" popovertargetaction="show"',
  'commandfor="root" command="toggle-popover"',
  'interestfor="root" interesttarget="root"',
  'is="evil-thing"',
  'slot="evil"',
  'part="evil" exportparts="evil: x"',
  'contenteditable="true"',
  'tabindex="1"',
  'tabindex="-1" autofocus',
  'accesskey="s"',
  'nonce="evil"',
  'http-equiv="refresh" content="0;url=https://evil.example/"',
  'itemscope itemtype="https://evil.example/" itemid="javascript:alert(1)"',
  'itemprop="url" itemref="root"',
  'usemap="#evil"',
  "ismap",
  'background="https://evil.example/b.png"',
  'lowsrc="https://evil.example/l.png"',
  'dynsrc="https://evil.example/d.avi"',
  'srcdoc="<script>alert(1)</script>"',
  'xlink:href="javascript:alert(1)"',
  'xmlns="http://www.w3.org/2000/svg"',
  'xml:base="javascript:"',
  'data-theme="night" data-measure="wide"',
  'data-base="/evil/"',
  'data-src="javascript:alert(1)" data-lazy-src="data:text/html,x"',
  'aria-live="assertive" aria-modal="true"',
  'aria-owns="root" aria-hidden="true"',
  'role="alertdialog"',
  'role="navigation"',
  'style="position:fixed;inset:0;z-index:9999"',
  'style="all:unset;display:block;position:sticky;top:0"',
  'class="fixed inset-0 z-50 bg-page"',
  'class="sr-only"',
  'id="root" class="pane"',
  'name="root"',
  'target="_top" rel="opener"',
  'referrerpolicy="unsafe-url"',
  'crossorigin="use-credentials"',
  'attributionsrc="https://evil.example/a"',
  'fetchpriority="high" loading="eager" decoding="sync"',
  'elementtiming="evil"',
  "hidden inert",
  'anchor="root" popover',
  'inputmode="none" enterkeyhint="go"',
  'dir="evil" lang="x&quot; onclick=&quot;alert(1)"',
  'spellcheck="true" writingsuggestions="true" virtualkeyboardpolicy="manual"',
  'align="javascript:alert(1)" valign="x" bgcolor="red"',
  'credentialless csp="default-src *" allow="camera *"',
  'shadowrootmode="open" shadowrootclonable',
  'translate="no" draggable="true"',
  'integrity="sha256-x" blocking="render"',
  'longdesc="javascript:alert(1)" profile="javascript:alert(1)"',
  'code="javascript:alert(1)" codebase="javascript:alert(1)" archive="https://evil.example/x"',
  'manifest="https://evil.example/m" icon="https://evil.example/i"',
  'event="onload" for="window" language="vbscript"',
];

/** Elements that an article may have, with something in them that keeps them from being taken out as empty. */
const CARRIERS: readonly [name: string, write: (attribute: string) => string][] = [
  ["a link", (it) => `<a href="https://paper.example/" ${it}>a link</a>`],
  ["a picture", (it) => `<img src="https://paper.example/a.jpg" alt="a quay" ${it}>`],
  ["a paragraph", (it) => `<p ${it}>some words</p>`],
  ["a block", (it) => `<div ${it}><p>some words</p></div>`],
  ["a table's cell", (it) => `<table ${it}><tr><td ${it}>some words</td></tr></table>`],
];

/** Every such attribute on every such element. */
export function attributes(): HostileBody[] {
  return ATTRIBUTES.flatMap((attribute) =>
    CARRIERS.map(([carrier, write]) => ({
      name: `attribute: ${attribute.slice(0, 60)}, on ${carrier}`,
      html: write(attribute),
    })),
  );
}
