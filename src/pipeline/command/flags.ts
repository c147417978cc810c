import { type Command, InvalidArgumentError, Option } from "commander";
import { type CommandSettings, readSettings } from "./plan/settings.ts";

/** What commander read, by the names that it makes of the options. */
export type Flags = Readonly<Record<string, unknown>>;

/** Adds a command with what all of them share. */
export function addCommand(program: Command, name: string, description: string): Command {
  const command = program
    .command(name)
    .description(description)
    .argument("[content]", "the folder of content files", "content")
    .option("-b, --base <path>", "the path at which the edition will be served (default: /)")
    .option("-t, --title <text>", "its title (default: that of the content folder's _index)")
    .option("--language <tag>", "language of articles that name none (default: en)")
    .option("--time-zone <name>", "zone of dates that name none, and of its days (default: UTC)")
    .option("--tags-from <keys>", "the front matter keys that are tags (default: tags)")
    .option(
      "--pictures <where>",
      "local: fetch other sites' pictures and make all the edition's own (default: remote)",
    )
    .option("--drafts", "publish drafts too")
    .option("--future", "publish articles that are not due yet")
    .option("--expired", "publish articles that have expired")
    // Named first, or commander would take it for given where nobody gives it.
    .addOption(new Option("--pages").hideHelp())
    .option("--no-pages", "write no HTML document for each article: few files; the app shows them")
    .option("--precompress", "put .br and .gz copies beside text files, for servers that send them")
    .addOption(threadsOption())
    .option("--report <file>", "write what was published, left out and found wrong, as JSON")
    .option("--strict", "end with exit code 1 if there is any problem")
    .addHelpText("after", CONFIGURATION_HELP);
  // The command line wins over the configuration, so what is on there must be possible to turn off here.
  for (const key of ["drafts", "future", "expired", "strict", "precompress"]) {
    command.addOption(new Option(`--no-${key}`).hideHelp());
  }
  return command;
}

/** What the help of `build` ends with. */
export const BUILD_EXAMPLES = `
Examples:
  offprint build
  offprint build my-site/content --out public --base /news/
  offprint build --tags-from topics,news-categories --time-zone America/New_York`;

const CONFIGURATION_HELP = `
The same keys can stand in offprint.config.json beside the content folder, such as
  { "title": "The Paper", "base": "/news/", "tags-from": ["topics"], "pictures": "local" }
The command line wins; --no-drafts, --no-future, --no-expired, --no-precompress and --no-strict turn off what is on
there, and --pages what is off.

Exit codes: 0 done, with or without problems; 1 nothing could be published, or --strict met a problem;
2 wrong usage.`;

function threadsOption(): Option {
  const words = "how many threads read the files, 0 for one and no more (default: what is fastest)";
  return new Option("--threads <number>", words).argParser((text) => {
    if (/^\d{1,2}$/.test(text)) return Number(text);
    throw new InvalidArgumentError("It should be a number from 0 to 64.");
  });
}

/** The option that names the port of a server. */
export function portOption(port: number): Option {
  return new Option("-p, --port <number>", "the port to listen on; if taken, the next free one")
    .default(port)
    .argParser((text) => {
      const wished = Number(text);
      if (/^\d+$/.test(text) && wished > 0 && wished < 65_536) return wished;
      throw new InvalidArgumentError("It should be a number from 1 to 65535.");
    });
}

/** The port that was wished for. */
export function portOf({ port }: Flags): number {
  return typeof port === "number" ? port : 0;
}

/**
 * Reads what the command line says: the same keys as in the configuration, through the same schema.
 *
 * @throws UsageError
 */
export function settingsOf({ port: _, ...flags }: Flags): CommandSettings {
  const settings = Object.entries(flags).map(([name, value]) => [
    name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`),
    value,
  ]);
  return readSettings(Object.fromEntries(settings), (key) => `--${key}`);
}
