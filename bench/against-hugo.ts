import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { textContent } from "domutils";
import { parseDocument } from "htmlparser2";
import { dataAddress } from "#model/address.ts";
import { parseArticle } from "#model/article.ts";
import { termKey } from "#model/term.ts";
import { askHugo, type HugoSays, type Page, type Pages } from "./hugo-pages.ts";

const USAGE = `Usage: npx tsx bench/against-hugo.ts <content> [--tags-from key] [--languages]

  Publishes a content folder with Offprint and with the Hugo that is installed, and says where the two differ: in what is
  published, in what is left out and why, and in titles, dates and tags: how many there are of each kind of difference.

  --tags-from  the one front matter key that is tags (default: tags)
  --languages  the first folders are languages, as a Hugo site with a contentDir for each has them`;

const OFFPRINT = fileURLToPath(new URL("../bin/offprint.js", import.meta.url));
/** Differences of one kind have one reason; more reasons than this say that a kind was not understood. */
const MOST_SHOWN = 12;

type Reported = {
  readonly articles: readonly { readonly path: string; readonly id: string }[];
  readonly left_out: readonly { readonly path: string; readonly reason: string }[];
  readonly problems: readonly { readonly path: string; readonly message: string }[];
};

function main(): void {
  const { values, positionals } = parseArgs({
    options: { "tags-from": { type: "string", default: "tags" }, languages: { type: "boolean" } },
    allowPositionals: true,
  });
  const [content] = positionals;
  if (content === undefined) {
    console.log(USAGE);
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), "offprint-against-hugo-"));
  try {
    const wish = { content: resolve(content), folder, tagsFrom: values["tags-from"] };
    const hugo = askHugo({ ...wish, hasLanguages: values.languages === true });
    const { pages, report } = askOffprint(wish.content, folder, wish.tagsFrom);
    comparePublished(hugo.pages, pages, report);
    compareHidden(hugo, report);
    compareFacts(hugo.pages, pages);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function askOffprint(content: string, folder: string, tagsFrom: string) {
  const out = join(folder, "edition");
  const file = join(folder, "report.json");
  const words = ["build", content, "--out", out, "--tags-from", tagsFrom, "--report", file];
  const run = spawnSync(process.execPath, [OFFPRINT, ...words], { encoding: "utf8" });
  if (run.status !== 0) throw new Error(`Offprint failed: ${run.stderr}${run.stdout}`);
  const report: Reported = JSON.parse(readFileSync(file, "utf8"));
  const pages = new Map<string, Page>();
  for (const { path, id } of report.articles) {
    const { title, date, tags } = parseArticle(
      JSON.parse(readFileSync(join(out, dataAddress.articleFile(id)), "utf8")),
    );
    pages.set(path, { title, date: date === null ? null : Date.parse(date), tags });
  }
  return { pages, report };
}

function comparePublished(hugo: Pages, ours: Pages, report: Reported): void {
  const reasons = new Map(report.left_out.map(({ path, reason }) => [path, kindOf(reason)]));
  const told = new Map(report.problems.map(({ path, message }) => [path, message]));
  const both = [...hugo.keys()].filter((path) => ours.has(path));
  console.log(`published by Hugo ${hugo.size}, by Offprint ${ours.size}, by both ${both.length}`);
  show(
    "published by Hugo alone",
    [...hugo.keys()].filter((path) => !ours.has(path)),
    (path) => reasons.get(path) ?? "not named",
  );
  show(
    "published by Offprint alone",
    [...ours.keys()].filter((path) => !hugo.has(path)),
    (path) => told.get(path) ?? "no problem named",
  );
}

/** What is a page for Hugo and shown by neither. Of the other files only Offprint says that they are none. */
function compareHidden({ pages, hidden }: HugoSays, report: Reported): void {
  const ours = new Map(report.left_out.map(({ path, reason }) => [path, kindOf(reason)]));
  const both = [...hidden.keys()].filter((path) => ours.has(path));
  show("left out by both", both, (path) => {
    const [theirs, own] = [hidden.get(path), ours.get(path)];
    return own === theirs ? `${own}, say both` : `${theirs}, says Hugo; ${own}, says Offprint`;
  });
  const others = [...ours.keys()].filter((path) => !hidden.has(path) && !pages.has(path));
  show("named by Offprint, and no regular page for Hugo", others, (path) => ours.get(path) ?? "");
  const unnamed = [...hidden.keys()].filter((path) => !ours.has(path));
  show("left out by Hugo alone", unnamed, (path) => hidden.get(path) ?? "");
}

/** A reason without its details, such as dates. */
function kindOf(reason: string): string {
  return /^(draft|expired|not due)/.exec(reason)?.[1] ?? reason;
}

function compareFacts(hugo: Pages, ours: Pages): void {
  const differing = (name: string, test: (a: Page, b: Page) => string | null) => {
    const whys = new Map<string, string>();
    for (const [path, one] of hugo) {
      const other = ours.get(path);
      const why = other ? test(one, other) : null;
      if (why !== null) whys.set(path, why);
    }
    show(name, [...whys.keys()], (path) => whys.get(path) ?? "");
  };
  differing("titles that differ", (a, b) => {
    if (a.title === b.title) return null;
    if (a.title === "") return "Hugo has none, Offprint says what stands in";
    if (asRead(a.title) === b.title) return "Hugo leaves entities, tags and spaces as written";
    return `“${a.title}” / “${b.title}”`;
  });
  differing("dates that differ", (a, b) =>
    a.date === b.date ? null : `${stamp(a.date)} / ${stamp(b.date)}`,
  );
  differing("tags that differ", (a, b) => {
    if (a.tags.join("\n") === b.tags.join("\n")) return null;
    const keys = (page: Page) => [...new Set(page.tags.map(termKey))].join("\n");
    if (keys(a) !== keys(b)) return `${a.tags.join(", ")} / ${b.tags.join(", ")}`;
    return a.tags.length > b.tags.length
      ? "the same tag more than once, which Offprint shows once"
      : "the same tag in other letters, such as those of a tag’s page that Hugo hides";
  });
}

/** A title as a browser would show it, were it HTML. */
function asRead(title: string): string {
  return textContent(parseDocument(title)).replace(/\s+/gu, " ").trim();
}

function show(name: string, paths: readonly string[], why: (path: string) => string): void {
  console.log(`\n${name}: ${paths.length}`);
  const byReason = new Map<string, string[]>();
  for (const path of paths) byReason.set(why(path), [...(byReason.get(why(path)) ?? []), path]);
  for (const [reason, each] of [...byReason].slice(0, MOST_SHOWN)) {
    console.log(`  ${each.length} × ${reason} (such as ${each[0]})`);
  }
  if (byReason.size > MOST_SHOWN) console.log(`  and ${byReason.size - MOST_SHOWN} other reasons`);
}

function stamp(date: number | null): string {
  return date === null ? "none" : new Date(date).toISOString();
}

main();
