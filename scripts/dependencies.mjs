// Holds what package-lock.json names against what may be: the licences of what is shipped, and of all, the tools too,
// that nothing runs when a package is installed. `node scripts/dependencies.mjs [package-lock.json]`
import { readFileSync } from "node:fs";
import { join } from "node:path";

const LICENCES = new Set([
  "0BSD",
  "Apache-2.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "BlueOak-1.0.0",
  "CC0-1.0",
  "ISC",
  "MIT",
  "OFL-1.1",
  "PSF-2.0",
  "(MPL-2.0 OR Apache-2.0)",
]);
/** libvips is a library of its own, which Node loads and anybody may replace; nothing of it goes into an edition. */
const LICENCES_OF_SHARP = new Set([...LICENCES, "LGPL-3.0-or-later"]);

/** Installed with scripts off, as all is here, it works without its own, which only spares it a start of Node. */
const MAY_HAVE_SCRIPTS = new Set(["esbuild"]);

const lock = process.argv[2] ?? join(import.meta.dirname, "..", "package-lock.json");
const { packages } = JSON.parse(readFileSync(lock, "utf8"));
const all = Object.entries(packages).filter(([path]) => path !== "");
const shipped = all.filter(([, { dev }]) => !dev);
const nameOf = (path) => path.replace(/^.*node_modules\//, "");

const ofLicences = shipped.flatMap(([path, { license = "none", version }]) => {
  const name = nameOf(path);
  const allowed = name.startsWith("@img/sharp-") ? LICENCES_OF_SHARP : LICENCES;
  return license.split(" AND ").every((one) => allowed.has(one))
    ? []
    : [`${name} ${version}: its licence, ${license}, is none of those allowed.`];
});
const ofScripts = all
  .filter(([path, { dev, hasInstallScript }]) => {
    return hasInstallScript && !(dev && MAY_HAVE_SCRIPTS.has(nameOf(path)));
  })
  .map(([path, { version }]) => {
    return `${nameOf(path)} ${version}: it has a script that runs when it is installed.`;
  });
const faults = [...ofLicences, ...ofScripts];

for (const fault of faults) {
  console.error(`${fault} Take another package.`);
}
if (faults.length === 0) {
  console.log(
    `${shipped.length} packages for production: licences are as they may be. ${all.length} in all: nothing runs when they are installed.`,
  );
}
process.exitCode = faults.length > 0 ? 1 : 0;
