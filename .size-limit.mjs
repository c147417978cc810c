import { readFileSync } from "node:fs";

const APP = "build/app";
// What the document itself names is the initial route, whatever the bundler calls it.
const initial = [
  ...readFileSync(`${APP}/index.html`, "utf8").matchAll(/"\.\/(assets\/[^"]+\.js)"/g),
];

export default [
  {
    name: "initial route, JavaScript",
    path: initial.map(([, file]) => `${APP}/${file}`),
    limit: "120 kB",
    gzip: true,
  },
  { name: "all JavaScript", path: `${APP}/assets/*.js`, limit: "175 kB", gzip: true },
  { name: "service worker", path: `${APP}/sw.js`, limit: "13 kB", gzip: true },
];
