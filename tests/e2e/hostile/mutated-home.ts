import { spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { HOME } from "#tests/support/command.ts";

const PARTS = [
  "bin",
  "src",
  "public",
  "scripts",
  "index.html",
  "package.json",
  "package-lock.json",
  "tsconfig.json",
  "vite.config.ts",
];

/** What stands in the place of the sanitizer: everything passes, under the one policy name that the page allows. */
const NO_SANITIZER = `
const policy = globalThis.trustedTypes?.createPolicy("dompurify", { createHTML: (html: string) => html });
export function sanitizeArticle(html: string) {
  return {
    html: policy ? policy.createHTML(html) : html,
    truncated: false,
    textOnly: false,
    empty: false,
    direction: "ltr",
  };
}
`;

/** Copies Offprint itself into a folder, without the app's sanitizer. */
export function writeMutatedHome(folder: string): void {
  mkdirSync(folder, { recursive: true });
  for (const part of PARTS) cpSync(join(HOME, part), join(folder, part), { recursive: true });
  symlinkSync(join(HOME, "node_modules"), join(folder, "node_modules"), "dir");
  writeFileSync(join(folder, "src/ui/article-body/sanitize-article.ts"), NO_SANITIZER);
}

/** Runs the command line of such a copy. */
export async function runIn(home: string, ...words: readonly string[]): Promise<void> {
  const child = spawn(process.execPath, [join(home, "bin/offprint.js"), ...words], {
    cwd: home,
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, NODE_ENV: undefined, VITEST: undefined, NO_COLOR: "1" },
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      said += text;
    });
  }
  const [code] = await once(child, "close");
  if (code !== 0) throw new Error(`The mutated build ended with ${code}:\n${said}`);
}
