// Holds what package-lock.json names for production against what may be shipped: licences, and scripts that run when a
// package is installed. `node scripts/dependencies.mjs [package-lock.json]`
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

const lock = process.argv[2] ?? join(import.meta.dirname, "..", "package-lock.json");
const { packages } = JSON.parse(readFileSync(lock, "utf8"));
const shipped = Object.entries(packages).filter(([path, { dev }]) => path !== "" && !dev);

const faults = shipped.flatMap(
  ([path, { license = "none", hasInstallScript = false, version }]) => {
    const name = path.replace(/^.*node_modules\//, "");
    const allowed = name.startsWith("@img/sharp-") ? LICENCES_OF_SHARP : LICENCES;
    return [
      ...(license.split(" AND ").every((one) => allowed.has(one))
        ? []
        : [`${name} ${version}: its licence, ${license}, is none of those allowed.`]),
      ...(hasInstallScript
        ? [`${name} ${version}: it has a script that runs when it is installed.`]
        : []),
    ];
  },
);

for (const fault of faults) {
  console.error(`${fault} Take another package.`);
}
if (faults.length === 0) {
  console.log(
    `${shipped.length} packages for production: licences are as they may be, and none has an install script.`,
  );
}
process.exitCode = faults.length > 0 ? 1 : 0;
