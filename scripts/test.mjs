// Runs all parts of `npm test`, each also a script of its own, and says in the end what came of them.
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";

const RESULTS = join("build", "test-results");
const PARTS = ["browser", "lint", "typecheck", "unit", "build:app", "size", "e2e"];
const WITH_TESTS = ["unit", "e2e"];

/** Runs a part and gives how many of its checks passed, failed and were skipped; one that has no tests is one check. */
function run(part) {
  const file = join(RESULTS, `${part}.json`);
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
  const more = WITH_TESTS.includes(part) ? ["--", ...reporters] : [];
  const { status } = spawnSync("npm", ["run", "--silent", part, ...more], {
    stdio: "inherit",
    shell: process.platform === "win32",
  });
  const { passed, failed, skipped } =
    more.length > 0 ? countsIn(file) : { passed: 1, failed: 0, skipped: 0 };
  if (status === 0) return { part, passed, failed, skipped };
  return { part, passed: more.length > 0 ? passed : 0, failed: Math.max(failed, 1), skipped };
}

function countsIn(file) {
  try {
    const counts = JSON.parse(readFileSync(file, "utf8"));
    const { numPassedTests: passed, numFailedTests: failed, numPendingTests: skipped } = counts;
    return { passed, failed, skipped };
  } catch {
    // The part ended before its tests did; its exit code says so.
    return { passed: 0, failed: 0, skipped: 0 };
  }
}

rmSync(RESULTS, { recursive: true, force: true });
mkdirSync(RESULTS, { recursive: true });

const start = performance.now();
const results = [];
for (const part of PARTS) {
  console.log(`\n── ${part}`);
  const partStart = performance.now();
  const result = run(part);
  results.push({ ...result, seconds: (performance.now() - partStart) / 1000 });
  // Nothing can be tested in a browser that is not there, nor an app that could not be built.
  if (result.failed > 0 && (part === "browser" || part === "build:app")) break;
}

console.log("");
for (const { part, passed, failed, seconds } of results) {
  const outcome = failed > 0 ? `${failed} failed` : "passed";
  console.log(
    `${part.padEnd(10)} ${outcome.padEnd(10)} ${String(passed).padStart(5)} passed ${seconds.toFixed(1).padStart(7)} s`,
  );
}
const sum = (key) => results.reduce((total, result) => total + result[key], 0);
console.log(
  `\n${sum("passed")} passed, ${sum("failed")} failed in ${((performance.now() - start) / 1000).toFixed(0)} s`,
);
if (sum("skipped") > 0) console.log(`${sum("skipped")} skipped: what they lack is said above.`);
process.exitCode = sum("failed") > 0 ? 1 : 0;
