import type { HostileBody } from "./hostile-bodies.ts";

/** Addresses that run, read or leave, plain and in the disguises that parsers of addresses have fallen for. */
const SCHEMES: readonly [name: string, address: string][] = [
  ["javascript", "javascript:alert(1)"],
  ["javascript with a comment that looks like a host", "javascript://evil.example/%0aalert(1)"],
  ["javascript with a path that looks like https", "javascript:/*https://paper.example/*/alert(1)"],
  ["vbscript", "vbscript:msgbox(1)"],
  ["livescript", "livescript:alert(1)"],
  ["data with HTML", "data:text/html,<script>alert(1)</script>"],
  ["data with HTML in base64", "data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg=="],
  [
    "data with SVG",
    "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
  ],
  [
    "data with XML",
    "data:application/xhtml+xml,<x:script xmlns:x='http://www.w3.org/1999/xhtml'>alert(1)</x:script>",
  ],
  ["blob", "blob:https://paper.example/0b5f2b1c"],
  ["filesystem", "filesystem:https://paper.example/temporary/x.html"],
  ["file", "file:///etc/passwd"],
  ["view-source", "view-source:https://paper.example/"],
  ["about", "about:blank"],
  ["chrome", "chrome://settings"],
  ["intent", "intent://scan/#Intent;scheme=zxing;end"],
  ["telephone", "tel:+100000000"],
  ["text message", "sms:+100000000?body=x"],
  ["ftp", "ftp://evil.example/x"],
  ["web socket", "wss://evil.example/x"],
  ["content id", "cid:part1@paper.example"],
  ["mail with a hidden copy", "mailto:a@paper.example?bcc=all@evil.example&body=x"],
  ["an unknown scheme", "offprint-evil:alert(1)"],
];

const DISGUISES: readonly [name: string, disguise: (address: string) => string][] = [
  ["plain", (address) => address],
  ["in capitals", (address) => address.replace(/^[^:]+/, (scheme) => scheme.toUpperCase())],
  ["after a space", (address) => ` ${address}`],
  ["after a control character", (address) => `&#1;${address}`],
  ["with a tab inside", (address) => address.replace(/^(..)/, "$1&Tab;")],
  ["with a line break inside", (address) => address.replace(/^(...)/, "$1&#10;")],
  ["with the colon as an entity", (address) => address.replace(":", "&colon;")],
  ["in decimal entities", (address) => entities(address, (code) => `&#${code};`)],
  [
    "in hexadecimal entities, unended",
    (address) => entities(address, (code) => `&#x${code.toString(16).padStart(6, "0")}`),
  ],
];

/** The elements that ask, follow or run what an address names. */
const PLACES: readonly [name: string, place: (address: string) => string][] = [
  ["a link", (address) => `<a href="${address}">read</a>`],
  ["a picture", (address) => `<img src="${address}" alt="">`],
  ["a frame", (address) => `<iframe src="${address}"></iframe>`],
  ["a film", (address) => `<video src="${address}" poster="${address}"></video>`],
  ["a source", (address) => `<audio><source src="${address}"></audio>`],
  [
    "a set of pictures",
    (address) => `<img srcset="${address} 1x, https://paper.example/a.jpg 2x">`,
  ],
  ["an object", (address) => `<object data="${address}"></object>`],
  ["an embed", (address) => `<embed src="${address}">`],
  [
    "a form",
    (address) => `<form action="${address}"><button formaction="${address}">go</button></form>`,
  ],
  ["a quotation", (address) => `<blockquote cite="${address}">x</blockquote>`],
  [
    "a link in a drawing",
    (address) => `<svg><a xlink:href="${address}"><text y="20">x</text></a></svg>`,
  ],
  [
    "a link in a formula",
    (address) => `<math><mtext href="${address}" xlink:href="${address}">x</mtext></math>`,
  ],
];

function entities(text: string, write: (code: number) => string): string {
  return text.replace(/[a-z]/gi, (letter) => write(letter.charCodeAt(0)));
}

/** Every scheme in every place; what runs, in every disguise too. */
export function addresses(): HostileBody[] {
  const plain = SCHEMES.flatMap(([scheme, address]) =>
    PLACES.map(([place, put]) => ({
      name: `address: ${scheme}, in ${place}`,
      html: put(quoted(address)),
    })),
  );
  const disguised = SCHEMES.slice(0, 6).flatMap(([scheme, address]) =>
    DISGUISES.flatMap(([disguise, change]) =>
      PLACES.slice(0, 3).map(([place, put]) => ({
        name: `address: ${scheme}, ${disguise}, in ${place}`,
        html: put(change(quoted(address))),
      })),
    ),
  );
  return [...plain, ...disguised, ...ODD];
}

function quoted(address: string): string {
  return address.replaceAll('"', "&quot;");
}

const ODD: readonly HostileBody[] = [
  ["a setting of the app", '<a href="/news/settings?reset=1">x</a>'],
  ["a page of the app through its own articles", '<a href="/news/article/../settings">x</a>'],
  ["the same, encoded", '<a href="/news/article/ab/%2e%2e/%2e%2e/settings">x</a>'],
  [
    "a file of the app through its files",
    '<img src="/news/data/files/ab/0123456789abcdef/..%2f..%2f..%2fsw.js">',
  ],
  [
    "a page among the edition's files",
    '<a href="/news/data/files/ab/0123456789abcdef/x.html">x</a>',
  ],
  [
    "a drawing among the edition's files, as a page",
    '<a href="/news/data/files/ab/0123456789abcdef/x.svg">x</a>',
  ],
  [
    "a host behind two slashes",
    '<a href="//evil.example/news/article/ab/0123456789abcdef01/">x</a>',
  ],
  ["a host behind backslashes", '<a href="/\\evil.example/">x</a>'],
  [
    "a name and password that look like a host",
    '<a href="https://bank.example@evil.example/">x</a>',
  ],
  ["a picture of this machine", '<img src="http://127.0.0.1:8080/x.png">'],
  ["a picture of this machine, as a number", '<img src="http://2130706433/x.png">'],
  ["a picture of this machine, by name", '<img src="http://localhost/x.png">'],
  ["a picture of this machine, in IPv6", '<img src="https://[::1]/x.png">'],
  ["a picture of the home network", '<img src="http://192.168.1.1/reboot.png">'],
  ["a picture of a machine without a domain", '<img src="http://router/reboot.png">'],
  ["a picture at a strange port", '<img src="https://paper.example:8443/x.png">'],
  ["a data picture that is a page", '<img src="data:image/png,<script>alert(1)</script>">'],
  [
    "a set with a script among good pictures",
    '<img srcset="javascript:alert(1) 1x, https://paper.example/w_1,h_2/a.jpg 2x">',
  ],
].map(([name, html]) => ({ name: `address: ${name}`, html: html ?? "" }));
