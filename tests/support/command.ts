import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

/** The folder of the project. */
export const HOME = fileURLToPath(new URL("../../", import.meta.url));

const BIN = `${HOME}bin/offprint.js`;

/** What a command said and how it ended. */
export type Run = {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
  readonly seconds: number;
};

/** Runs the command line as a person would, in a folder of its own choice. */
export async function offprint(cwd: string, ...words: readonly string[]): Promise<Run> {
  const start = performance.now();
  const command = startOffprint(cwd, ...words);
  const [code] = await once(command.process, "close");
  return { code, ...command.said(), seconds: (performance.now() - start) / 1000 };
}

/** A command that runs until it is told to end. */
export type RunningCommand = {
  readonly process: ChildProcess;
  /** What it has said so far. */
  readonly said: () => { out: string; err: string };
  /** Resolves with the first match in what it says; fails if the command ends or is silent for too long. */
  readonly until: (pattern: RegExp) => Promise<RegExpExecArray>;
  /** Sends the signal that Ctrl-C sends, and resolves with the exit code. */
  readonly interrupt: () => Promise<number | null>;
};

/** Starts a command that goes on, such as a server. */
export function startOffprint(cwd: string, ...words: readonly string[]): RunningCommand {
  const child = spawn(process.execPath, [BIN, ...words], {
    cwd,
    stdio: ["ignore", "pipe", "pipe"],
    // What the test runner sets would reach Vite and its watchers.
    env: { ...process.env, NODE_ENV: undefined, VITEST: undefined, NO_COLOR: "1" },
  });
  // A test that fails must not leave a server behind.
  process.once("exit", () => child.kill("SIGKILL"));
  let out = "";
  let err = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    out += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    err += text;
  });
  const end = once(child, "close");
  return {
    process: child,
    said: () => ({ out, err }),
    until: async (pattern) => {
      const deadline = performance.now() + 30_000;
      for (;;) {
        const match = pattern.exec(out) ?? pattern.exec(err);
        if (match) return match;
        if (child.exitCode !== null || performance.now() > deadline) {
          child.kill("SIGKILL");
          throw new Error(`The command never said ${pattern}; it said:\n${out}${err}`);
        }
        await new Promise((resolve) => setTimeout(resolve, 30));
      }
    },
    interrupt: async () => {
      child.kill("SIGINT");
      const [code] = await end;
      return code;
    },
  };
}
