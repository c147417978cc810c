import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { textContent } from "domutils";
import { parseDocument } from "htmlparser2";
import { dataAddress } from "#model/address.ts";
import { parseArticle } from "#model/article.ts";
import { termKey } from "#model/term.ts";

const USAGE = `Usage: npx tsx bench/against-hugo.ts <content> [--tags-from key] [--languages]

  Publishes a content folder with Offprint and with the Hugo that is installed, and says where the two differ: in what is
  published, and in titles, dates and tags.

  --tags-from  the one front matter key that is tags (default: tags)
  --languages  the first folders are languages, as a Hugo site with a contentDir for each has them`;

const OFFPRINT = fileURLToPath(new URL("../bin/offprint.js", import.meta.url));
const MOST_SHOWN = 5;

/** What either says of a content file. */
type Page = {
  readonly title: string;
  /** Milliseconds; null for none. */
  readonly date: number | null;
  readonly tags: readonly string[];
};
type Pages = ReadonlyMap<string, Page>;
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
    const hugo = askHugo(resolve(content), folder, values["tags-from"], values.languages === true);
    const { pages, report } = askOffprint(resolve(content), folder, values["tags-from"]);
    compare(hugo, pages, report);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function askHugo(content: string, folder: string, tagsFrom: string, hasLanguages: boolean): Pages {
  const site = join(folder, "hugo");
  const languages = hasLanguages
    ? readdirSync(content, { withFileTypes: true }).filter((each) => each.isDirectory())
    : [];
  const names = languages.map(({ name }) => name);
  makeSite(site, content, names, tagsFrom);
  makeShortcodes(content, join(site, "layouts", "shortcodes"));
  const out = join(folder, "hugo-out");
  const run = spawnSync("hugo", ["--source", site, "--destination", out], { encoding: "utf8" });
  if (run.status !== 0) throw new Error(`Hugo failed: ${run.stderr}${run.stdout}`);
  if (names.length === 0) return readHugo(join(out, "index.json"), "");
  return new Map(names.flatMap((name) => [...readHugo(join(out, name, "index.json"), `${name}/`)]));
}

function makeSite(
  site: string,
  content: string,
  languages: readonly string[],
  tagsFrom: string,
): void {
  const quoted = JSON.stringify;
  const [first] = languages;
  const sections = languages.map(
    (name) => `[languages.${quoted(name)}]\ncontentDir = ${quoted(join(content, name))}\n`,
  );
  const where =
    first === undefined
      ? `contentDir = ${quoted(content)}`
      : `defaultContentLanguage = ${quoted(first)}\ndefaultContentLanguageInSubdir = true`;
  mkdirSync(join(site, "layouts"), { recursive: true });
  writeFileSync(
    join(site, "config.toml"),
    `baseURL = "https://example.org/"
${where}
disableKinds = ["taxonomy", "term", "section", "RSS", "sitemap", "robotsTXT", "404"]
[outputs]
home = ["JSON"]
page = []
${sections.join("")}`,
  );
  const facts = `dict "path" .File.Path "title" .Title "date" .Date.Unix "tags" (index .Params ${quoted(tagsFrom)})`;
  writeFileSync(
    join(site, "layouts", "index.json"),
    `[{{ range $at, $page := site.RegularPages }}{{ if $at }},{{ end }}{{ with $page }}{{ ${facts} | jsonify }}{{ end }}{{ end }}]`,
  );
}

/** Hugo's zero time is in the first year. */
const NO_DATE_BEFORE = -60_000_000_000;

function readHugo(file: string, folder: string): Map<string, Page> {
  const pages: { path: string; title: string; date: number; tags: unknown }[] = JSON.parse(
    readFileSync(file, "utf8"),
  );
  return new Map(
    pages.map(({ path, title, date, tags }) => {
      const list = Array.isArray(tags) ? tags : tags ? [tags] : [];
      const instant = date < NO_DATE_BEFORE ? null : date * 1000;
      return [`${folder}${path}`, { title, date: instant, tags: list.map(String) }];
    }),
  );
}

/** Hugo fails where a shortcode has no template: each that the folder uses gets an empty one. */
function makeShortcodes(content: string, folder: string): void {
  mkdirSync(folder, { recursive: true });
  const files = readdirSync(content, { recursive: true, withFileTypes: true });
  const isClosed = new Map<string, boolean>();
  for (const file of files.filter((each) => each.isFile() && /\.(md|html)$/.test(each.name))) {
    const text = readFileSync(join(file.parentPath, file.name), "utf8");
    for (const [, slash, name = ""] of text.matchAll(/\{\{[<%]\s*(\/?)\s*([\w/-]+)/g)) {
      isClosed.set(name, isClosed.get(name) === true || slash === "/");
    }
  }
  for (const [name, closed] of isClosed) {
    const template = join(folder, `${name}.html`);
    mkdirSync(dirname(template), { recursive: true });
    // Hugo takes a closing tag only where the template uses what is within, and wants one where it does.
    writeFileSync(template, closed ? "{{ .Inner }}" : "");
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

function compare(hugo: Pages, ours: Pages, report: Reported): void {
  const reasons = new Map(report.left_out.map(({ path, reason }) => [path, reason]));
  const told = new Map(report.problems.map(({ path, message }) => [path, message]));
  const both = [...hugo.keys()].filter((path) => ours.has(path));
  const pair = (path: string) => [hugo.get(path), ours.get(path)] as const;
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
  const differing = (name: string, test: (a: Page, b: Page) => string | null) => {
    const found = both.flatMap((path) => {
      const [one, other] = pair(path);
      const why = one && other ? test(one, other) : null;
      return why === null ? [] : [{ path, why }];
    });
    const whys = new Map(found.map(({ path, why }) => [path, why]));
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
    if (keys(a) === keys(b)) return "the same tag written twice, or in another way";
    return `${a.tags.join(", ")} / ${b.tags.join(", ")}`;
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
