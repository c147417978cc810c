import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Command, CommanderError } from "commander";
import { AppBuildError, HOME } from "./app-build.ts";
import { buildEdition, checkEdition } from "./build.ts";
import { LostThreadError } from "./crew/crew.ts";
import { addCommand, BUILD_EXAMPLES, type Flags, portOf, portOption, settingsOf } from "./flags.ts";
import { makePlan, type Plan } from "./plan/plan.ts";
import { UsageError } from "./plan/usage-error.ts";
import { tellOutcome } from "./report/summary.ts";
import { processTerminal } from "./report/terminal.ts";
import type { Surroundings } from "./surroundings.ts";

/** Runs the command line of this process; the exit code is set when it ends. */
export async function main(): Promise<void> {
  // Whoever reads the result may stop early, as `head` does.
  process.stdout.on("error", (error) => {
    if ("code" in error && error.code === "EPIPE") process.exit();
    throw error;
  });
  process.exitCode = await runCommand(process.argv.slice(2), {
    terminal: processTerminal(process),
    cwd: process.cwd(),
    now: () => new Date(),
    ended: interrupted,
  });
}

/** Runs one command and gives its exit code: 0, 1 where nothing (good) was published, 2 for wrong usage. */
export async function runCommand(
  argv: readonly string[],
  surroundings: Surroundings,
): Promise<number> {
  let code = 0;
  const program = commandLine(surroundings, (result) => {
    code = result;
  });
  try {
    await program.parseAsync(argv, { from: "user" });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (error instanceof UsageError) {
      surroundings.terminal.tell(`offprint: ${error.message}`);
      return 2;
    }
    const isLost = error instanceof AppBuildError || error instanceof LostThreadError;
    if (isLost || isSystemError(error)) {
      surroundings.terminal.tell(`offprint: ${error.message}`);
      return 1;
    }
    throw error;
  }
}

function commandLine(surroundings: Surroundings, end: (code: number) => void): Command {
  const { terminal, cwd, now } = surroundings;
  const program = new Command("offprint")
    .description(
      "Makes a static news reader out of a folder of content files in Hugo's layout.\nNothing of what it makes needs a server of its own.",
    )
    .version(version(), "-V, --version", "print the version")
    .helpOption("-h, --help", "print this help")
    .helpCommand("help [command]", "print the help of a command")
    .showHelpAfterError("Add --help to see what is possible.")
    .exitOverride()
    .configureOutput({ writeOut: trimmed(terminal.say), writeErr: trimmed(terminal.tell) });
  const plan = (content: string, flags: Flags): Plan =>
    makePlan(content, settingsOf(flags), { now: now(), cwd });

  addCommand(program, "build", "Publish a content folder as an edition: a folder of static files.")
    .option("-o, --out <folder>", "where the edition goes (default: dist)")
    .addHelpText("after", BUILD_EXAMPLES)
    .action(async (content: string, flags: Flags) => {
      const made = plan(content, flags);
      const outcome = await buildEdition(made, terminal);
      end(tellOutcome(outcome, made, `The edition is in ${made.out}`, terminal));
    });

  addCommand(
    program,
    "check",
    "Say what a build would publish, leave out and complain about; write nothing.",
  ).action(async (content: string, flags: Flags) => {
    const made = plan(content, flags);
    const outcome = await checkEdition(made, terminal);
    // The problems are what was asked for, so they are the result.
    end(tellOutcome(outcome, made, null, { ...terminal, tell: terminal.say }));
  });

  addCommand(
    program,
    "serve",
    "Build the edition and serve it on this machine, as a web server would.",
  )
    .addOption(portOption(4173))
    .action(async (content: string, flags: Flags) => {
      const { serve } = await import("./serve.ts");
      end(await serve(() => plan(content, flags), portOf(flags), surroundings));
    });

  addCommand(
    program,
    "dev",
    "Work on the app or on content: what is saved shows up in the open page.",
  )
    .addOption(portOption(5173))
    .action(async (content: string, flags: Flags) => {
      const { develop } = await import("./dev.ts");
      end(await develop(() => plan(content, flags), portOf(flags), surroundings));
    });
  return program;
}

function version(): string {
  const about: unknown = JSON.parse(readFileSync(join(HOME, "package.json"), "utf8"));
  return typeof about === "object" && about !== null && "version" in about
    ? String(about.version)
    : "unknown";
}

/** Commander ends its texts with a line break, and so do the terminal's lines. */
function trimmed(write: (line: string) => void): (text: string) => void {
  return (text) => write(text.replace(/\n$/, ""));
}

/** Says whether an error tells what the disk or the network refused: then its words are enough. */
function isSystemError(error: unknown): error is Error {
  return error instanceof Error && "syscall" in error;
}

function interrupted(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => resolve());
  });
}
