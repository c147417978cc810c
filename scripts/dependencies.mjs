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

/** Packages whose licence is another, and why they may stay all the same. */
const OTHER_LICENCES = [
  {
    packages: /^@img\/sharp-/,
    licence: /LGPL-3\.0-or-later/,
    why: "libvips is linked at run time, by the command line alone; nothing of it goes into an edition",
  },
];

/** Packages with a script of their own, and why it does no harm. None of them is ever run: see .npmrc. */
const SCRIPTS = new Map([
  ["esbuild", "only checks that its program, an optional package, is there; tsx works without"],
]);

const lock = process.argv[2] ?? join(import.meta.dirname, "..", "package-lock.json");
const { packages } = JSON.parse(readFileSync(lock, "utf8"));
const shipped = Object.entries(packages).filter(([path, { dev }]) => path !== "" && !dev);

const faults = shipped.flatMap(
  ([path, { license = "none", hasInstallScript = false, version }]) => {
    const name = path.replace(/^.*node_modules\//, "");
    const isOther = OTHER_LICENCES.some(
      (other) => other.packages.test(name) && other.licence.test(license),
    );
    const hasLicence = LICENCES.has(license) || isOther;
    const mayRun = !hasInstallScript || SCRIPTS.has(name);
    return [
      ...(hasLicence
        ? []
        : [`${name} ${version}: its licence, ${license}, is none of those allowed.`]),
      ...(mayRun ? [] : [`${name} ${version}: it has a script that runs when it is installed.`]),
    ];
  },
);

for (const fault of faults) {
  console.error(
    `${fault} Take another package, or say in scripts/dependencies.mjs why it may stay.`,
  );
}
if (faults.length === 0) {
  console.log(
    `${shipped.length} packages for production: licences and scripts are as they may be.`,
  );
}
process.exitCode = faults.length > 0 ? 1 : 0;
