import { readFileSync } from "node:fs";

const APP = "build/app";
// What the document itself names is the initial route, whatever the bundler calls it.
const initial = [
  ...readFileSync(`${APP}/index.html`, "utf8").matchAll(/"\.\/(assets\/[^"]+\.js)"/g),
];

// Loaded when it is asked for, and with the network on.
const NOT_KEPT = ["other-programs-*.js", "turndown*.js"];

export default [
  {
    name: "initial route, JavaScript",
    path: initial.map(([, file]) => `${APP}/${file}`),
    limit: "120 kB",
    gzip: true,
  },
  {
    name: "all JavaScript that is kept for offline use",
    path: [`${APP}/assets/*.js`, ...NOT_KEPT.map((name) => `!${APP}/assets/${name}`)],
    // What a reader does with many stories, their views and what is muted came to it.
    limit: "240 kB",
    gzip: true,
  },
  {
    name: "what taking in from other programs and Markdown load besides",
    path: NOT_KEPT.map((name) => `${APP}/assets/${name}`),
    limit: "45 kB",
    gzip: true,
  },
  { name: "service worker", path: `${APP}/sw.js`, limit: "13 kB", gzip: true },
];
