// Installs what package-lock.json names, unless exactly that is installed already. Plain Node: nothing else is there yet.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

const home = join(import.meta.dirname, "..");

/** The packages that a lock file names, by their folders. */
function packagesOf(path) {
  const { packages } = JSON.parse(readFileSync(join(home, path), "utf8"));
  return new Map(Object.entries(packages).filter(([folder]) => folder !== ""));
}

/** npm writes its hidden lock file last, so an install that was broken off has none. */
function isInstalled() {
  const hidden = "node_modules/.package-lock.json";
  if (!existsSync(join(home, hidden))) return false;
  const installed = packagesOf(hidden);
  return [...packagesOf("package-lock.json")].every(([folder, wanted]) => {
    const found = installed.get(folder);
    // Optional packages are those of other platforms.
    if (!found) return wanted.optional === true;
    return found.version === wanted.version && existsSync(join(home, folder));
  });
}

const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(
    `Offprint needs Node 20.19 or newer; this is ${process.version}. Install a newer one.`,
  );
  process.exit(1);
}

if (!isInstalled()) {
  console.log("Installing what package-lock.json names …");
  const isWindows = process.platform === "win32";
  // `--include=dev`: Vite builds the app, also where NODE_ENV says “production”.
  const words = ["ci", "--ignore-scripts", "--include=dev", "--no-audit", "--no-fund"];
  const npm = spawnSync(isWindows ? "npm.cmd" : "npm", words, {
    cwd: home,
    stdio: "inherit",
    shell: isWindows,
  });
  if (npm.status !== 0) {
    console.error(
      "The packages could not be installed; what npm says above is why. Nothing else was done.",
    );
    process.exit(1);
  }
}
