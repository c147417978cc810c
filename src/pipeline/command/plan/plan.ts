import { existsSync, readFileSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import type { EditionOptions } from "#pipeline/options.ts";
import { type CommandSettings, readSettings } from "./settings.ts";
import { UsageError } from "./usage-error.ts";

const CONFIGURATION = "offprint.config.json";

/** What a run is to do: the command line, the configuration and the defaults, put together. */
export type Plan = {
  /** Its title is empty where nobody gave one: then the content folder's own counts. */
  readonly options: EditionOptions;
  /** Absolute path of the folder that the edition goes to. */
  readonly out: string;
  /** Absolute path of the file that the report goes to; null for none. */
  readonly report: string | null;
  readonly isStrict: boolean;
  /** False: articles get no documents of their own. */
  readonly hasPages: boolean;
  /** True: text files have compressed copies beside them. */
  readonly hasCopies: boolean;
  /** How many threads read the content files beside this one; null for as many as are worth it. */
  readonly threads: number | null;
  /** Absolute path of the working folder. */
  readonly cwd: string;
};

/**
 * Makes the plan of a run. The command line wins over the configuration beside the content folder, which wins over
 * the defaults. Paths in the configuration are relative to it, those of the command line to the working folder.
 *
 * @throws UsageError
 */
export function makePlan(
  content: string,
  given: CommandSettings,
  { now, cwd }: { now: Date; cwd: string },
): Plan {
  const folder = resolve(cwd, content);
  checkFolder(folder, content);
  const home = dirname(folder);
  const configured = readConfiguration(configurationOf(folder));
  const settings = { ...configured, ...given };
  return {
    options: {
      content: folder,
      title: settings.title ?? "",
      language: settings.language ?? "en",
      timeZone: settings["time-zone"] ?? "UTC",
      base: settings.base ?? "/",
      drafts: settings.drafts ?? false,
      future: settings.future ?? false,
      expired: settings.expired ?? false,
      tagsFrom: settings["tags-from"] ?? ["tags"],
      pictures: settings.pictures ?? "remote",
      now,
    },
    out: pathOf("out") ?? resolve(cwd, "dist"),
    report: pathOf("report"),
    ...choicesOf(settings),
    cwd,
  };

  function pathOf(key: "out" | "report"): string | null {
    if (given[key] !== undefined) return resolve(cwd, given[key]);
    return configured[key] === undefined ? null : resolve(home, configured[key]);
  }
}

/** The path of the file, beside a content folder, that may say how it is to be published. */
export function configurationOf(content: string): string {
  return join(dirname(content), CONFIGURATION);
}

function choicesOf({ strict, pages, precompress, threads }: CommandSettings) {
  return {
    isStrict: strict ?? false,
    hasPages: pages ?? true,
    hasCopies: precompress ?? false,
    threads: threads ?? null,
  };
}

function checkFolder(folder: string, asWritten: string): void {
  const stats = statSync(folder, { throwIfNoEntry: false });
  if (stats?.isDirectory()) return;
  throw new UsageError(
    stats
      ? `“${asWritten}” is a file. Name the folder that holds the content files.`
      : `There is no folder “${asWritten}” (${folder}). Name the folder that holds the content files: offprint build path/to/content.`,
  );
}

function readConfiguration(file: string): CommandSettings {
  if (!existsSync(file)) return {};
  return readSettings(parseJson(file), (key) =>
    key === "" ? `The configuration ${file}` : `The setting “${key}” in ${file}`,
  );
}

function parseJson(file: string): unknown {
  const text = readFileSync(file, "utf8").replace(/^\uFEFF/, "");
  try {
    return JSON.parse(text);
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause;
    const position = Number(/at position (\d+)/.exec(cause.message)?.[1] ?? text.length);
    const line = text.slice(0, position).split("\n").length;
    throw new UsageError(`${file}:${line}: this is not JSON: ${cause.message}. Mend the file.`, {
      cause,
    });
  }
}
