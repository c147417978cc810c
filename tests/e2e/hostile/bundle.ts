import { join } from "node:path";
import { build } from "vite";
import { HOME } from "#tests/support/command.ts";
import { messages } from "../../../scripts/messages-plugin.ts";

/** Makes one script of a module and what it imports; its exports stand at `globalThis[name]`. */
export async function bundle(path: string, name: string): Promise<string> {
  const result = await build({
    root: HOME,
    configFile: false,
    publicDir: false,
    logLevel: "silent",
    plugins: [messages(join(HOME, "src"))],
    // A library leaves it to who uses it.
    define: { "process.env.NODE_ENV": JSON.stringify("production") },
    build: {
      write: false,
      minify: false,
      lib: { entry: join(HOME, path), formats: ["iife"], name },
    },
  });
  const outputs = Array.isArray(result) ? result : "output" in result ? [result] : [];
  const code = outputs.flatMap(({ output }) => output).find((it) => it.type === "chunk")?.code;
  if (!code) throw new Error(`Of ${path} came no script.`);
  return `${code}\nglobalThis.${name} = ${name};`;
}
