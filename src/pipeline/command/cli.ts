import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Command, CommanderError, InvalidArgumentError, Option } from "commander";
import { AppBuildError, HOME } from "./app-build.ts";
import { buildEdition, checkEdition } from "./build.ts";
import { makePlan, type Plan } from "./plan.ts";
import { readSettings } from "./settings.ts";
import { tellOutcome } from "./summary.ts";
import { processTerminal, type Terminal } from "./terminal.ts";
import { UsageError } from "./usage-error.ts";

type Flags = Readonly<Record<string, unknown>>;

/** What a run of the command line needs from outside. */
export type Surroundings = {
  readonly terminal: Terminal;
  readonly cwd: string;
  readonly now: Date;
  /** Resolves when the person asks a server to end. */
  readonly ended: () => Promise<void>;
};

/** Runs the command line of this process; the exit code is set when it ends. */
export async function main(): Promise<void> {
  process.exitCode = await runCommand(process.argv.slice(2), {
    terminal: processTerminal(process),
    cwd: process.cwd(),
    now: new Date(),
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
    if (error instanceof AppBuildError || isSystemError(error)) {
      surroundings.terminal.tell(`offprint: ${error.message}`);
      return 1;
    }
    throw error;
  }
}

function commandLine(surroundings: Surroundings, end: (code: number) => void): Command {
  const { terminal, cwd, now, ended } = surroundings;
  const program = new Command("offprint")
    .description(
      "Makes a static news reader out of a folder of content files in Hugo's layout.\nNothing of what it makes needs a server of its own.",
    )
    .version(version(), "-V, --version", "print the version")
    .helpOption("-h, --help", "print this help")
    .helpCommand(false)
    .exitOverride()
    .configureOutput({ writeOut: trimmed(terminal.say), writeErr: trimmed(terminal.tell) });
  const plan = (content: string, flags: Flags): Plan =>
    makePlan(content, settingsOf(flags), { now, cwd });

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
      end(await serve(plan(content, flags), portOf(flags), terminal, ended));
    });

  addCommand(
    program,
    "dev",
    "Work on the app or on content: what is saved shows up in the open page.",
  )
    .addOption(portOption(5173))
    .action(async (content: string, flags: Flags) => {
      const { develop } = await import("./dev.ts");
      end(await develop(plan(content, flags), portOf(flags), terminal, ended));
    });
  return program;
}

/** Adds a command with what all of them share. */
function addCommand(program: Command, name: string, description: string): Command {
  const command = program
    .command(name)
    .description(description)
    .argument("[content]", "the folder of content files", "content")
    .option("-b, --base <path>", "the path at which the edition will be served (default: /)")
    .option("-t, --title <text>", "its title (default: that of the content folder's _index)")
    .option("--language <tag>", "language of articles that name none (default: en)")
    .option("--time-zone <name>", "zone of dates that name none, and of its days (default: UTC)")
    .option("--tags-from <keys>", "the front matter keys that are tags (default: tags,categories)")
    .option("--drafts", "publish drafts too")
    .option("--future", "publish articles that are not due yet")
    .option("--expired", "publish articles that have expired")
    .option("--report <file>", "write what was published, left out and found wrong, as JSON")
    .option("--strict", "end with exit code 1 if there is any problem")
    .addHelpText("after", CONFIGURATION_HELP);
  // The command line wins over the configuration, so what is on there must be possible to turn off here.
  for (const key of ["drafts", "future", "expired", "strict"]) {
    command.addOption(new Option(`--no-${key}`).hideHelp());
  }
  return command;
}

const BUILD_EXAMPLES = `
Examples:
  offprint build
  offprint build my-site/content --out public --base /news/
  offprint build --tags-from topics,news-categories --time-zone America/New_York`;

const CONFIGURATION_HELP = `
The same keys can stand in offprint.config.json beside the content folder, such as
  { "title": "The Paper", "base": "/news/", "tags-from": ["topics"], "drafts": true }
The command line wins; --no-drafts, --no-future, --no-expired and --no-strict turn off what is on there.

Exit codes: 0 done, with or without problems; 1 nothing could be published, or --strict met a problem;
2 wrong usage.`;

function portOption(port: number): Option {
  return new Option("-p, --port <number>", "the port to listen on; if taken, the next free one")
    .default(port)
    .argParser((text) => {
      const wished = Number(text);
      if (/^\d+$/.test(text) && wished > 0 && wished < 65_536) return wished;
      throw new InvalidArgumentError("It should be a number from 1 to 65535.");
    });
}

function portOf({ port }: Flags): number {
  return typeof port === "number" ? port : 0;
}

/** Reads what the command line says: the same keys as in the configuration, through the same schema. */
function settingsOf({ port: _, ...flags }: Flags) {
  const settings = Object.entries(flags).map(([name, value]) => [
    name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`),
    value,
  ]);
  return readSettings(Object.fromEntries(settings), (key) => `--${key}`);
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
