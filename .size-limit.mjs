import { readFileSync } from "node:fs";

const APP = "build/app";
// What the document itself names is the initial route, whatever the bundler calls it.
const initial = [
  ...readFileSync(`${APP}/index.html`, "utf8").matchAll(/"\.\/(assets\/[^"]+\.js)"/g),
];

// Loaded when it is asked for, and with the network on.
const FOR_MOVING = ["other-programs-*.js", "turndown*.js"];
const FOR_CODE = ["colour-code-*.js"];
const LANGUAGES = ["language-*.js"];
const NOT_KEPT = [...FOR_MOVING, ...FOR_CODE, ...LANGUAGES];

export default [
  {
    name: "initial route, JavaScript",
    path: initial.map(([, file]) => `${APP}/${file}`),
    limit: "108 kB",
    gzip: true,
  },
  // The reader looks closely at pictures without the network, too: 16 kB of it.
  {
    name: "all JavaScript that is kept for offline use",
    path: [`${APP}/assets/*.js`, ...NOT_KEPT.map((name) => `!${APP}/assets/${name}`)],
    // What a reader does with many stories, their views and what is muted came to it; so did keeping stories offline.
    // The keys, their help and what finds anything: 21 kB, of which 9 read keys on any layout.
    // Reading aloud, which needs no network: 8 kB; a link that is shared is saved without one too: 6 kB, of which 3 were
    // among what other programs' files need.
    // What a finger does to a list: 3 kB.
    limit: "312 kB",
    gzip: true,
  },
  {
    name: "what taking in from other programs and Markdown load besides",
    path: FOR_MOVING.map((name) => `${APP}/assets/${name}`),
    limit: "45 kB",
    gzip: true,
  },
  {
    name: "what a story with code in it loads besides",
    path: FOR_CODE.map((name) => `${APP}/assets/${name}`),
    limit: "32 kB",
    gzip: true,
  },
  {
    name: "a language, of the largest of them",
    path: [`${APP}/assets/language-ar-*.js`],
    limit: "25 kB",
    gzip: true,
  },
  // It grows with each file of the app: it knows all their names and digests.
  { name: "service worker", path: `${APP}/sw.js`, limit: "16 kB", gzip: true },
];
