import { spawnSync } from "node:child_process";

/** Installs a package of Debian's for the tests; false where that can't be done, or failed. */
export function installPackage(name: string): boolean {
  if (process.getuid?.() !== 0 || spawnSync("apt-get", ["--version"]).status !== 0) return false;
  const apt = (...words: string[]) =>
    spawnSync("apt-get", words, {
      stdio: ["ignore", "ignore", "inherit"],
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    }).status === 0;
  return apt("update", "-q") && apt("install", "-y", "-q", "--no-install-recommends", name);
}
