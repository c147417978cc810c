import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import Papa from "papaparse";
import { termKey } from "#model/term.ts";

/** What is said of a content file's page. */
export type Page = {
  readonly title: string;
  /** Milliseconds; null for none. */
  readonly date: number | null;
  readonly tags: readonly string[];
};
export type Pages = ReadonlyMap<string, Page>;

/** What Hugo says of a content folder, by the paths of its files. */
export type HugoSays = {
  readonly pages: Pages;
  /** Why it hides pages: `draft`, `expired` or `not due`. */
  readonly hidden: ReadonlyMap<string, string>;
};

export type Wish = {
  readonly content: string;
  /** A folder for Hugo's own files. */
  readonly folder: string;
  readonly tagsFrom: string;
  /** The first folders are languages. */
  readonly hasLanguages: boolean;
};

/** Has the Hugo that is installed read a content folder. */
export function askHugo({ content, folder, tagsFrom, hasLanguages }: Wish): HugoSays {
  const site = join(folder, "hugo");
  const languages = hasLanguages
    ? readdirSync(content, { withFileTypes: true }).filter((each) => each.isDirectory())
    : [];
  const names = languages.map(({ name }) => name);
  makeSite(site, content, names, tagsFrom);
  makeShortcodes(content, join(site, "layouts", "shortcodes"));
  const out = join(folder, "hugo-out");
  run("--source", site, "--destination", out);
  const read = (name: string, start: string) => [
    ...readPages(join(out, name, "index.json"), start),
  ];
  const pages = names.length === 0 ? read("", "") : names.flatMap((name) => read(name, `${name}/`));
  const hidden = readHidden(run("list", "all", "--source", site), content);
  return { pages: new Map(pages), hidden };
}

function run(...words: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync("hugo", words, {
    encoding: "utf8",
    maxBuffer: 256 * 1024 * 1024,
  });
  if (status !== 0) throw new Error(`Hugo failed: ${stderr}${stdout}`);
  return stdout;
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
disableKinds = ["section", "RSS", "sitemap", "robotsTXT", "404"]
[taxonomies]
tag = ${quoted(tagsFrom)}
[outputs]
home = ["JSON"]
page = []
taxonomy = []
term = []
${sections.join("")}`,
  );
  const facts = `dict "path" .File.Path "title" .Title "date" .Date.Unix "tags" (index .Params ${quoted(tagsFrom)})`;
  const each = (pages: string, what: string) =>
    `[{{ range $at, $page := ${pages} }}{{ if $at }},{{ end }}{{ with $page }}{{ ${what} | jsonify }}{{ end }}{{ end }}]`;
  const terms = each(
    'where site.Pages "Kind" "term"',
    'dict "term" .Data.Term "title" (cond (not .File) "" .Title)',
  );
  writeFileSync(
    join(site, "layouts", "index.json"),
    `{"pages": ${each("site.RegularPages", facts)}, "terms": ${terms}}`,
  );
}

/** Hugo's zero time is in the first year. */
const NO_DATE_BEFORE = -60_000_000_000;

type Written = {
  readonly pages: readonly { path: string; title: string; date: number; tags: unknown }[];
  /** The title is empty where the term has no page of its own. */
  readonly terms: readonly { term: string; title: string }[];
};

function readPages(file: string, folder: string): Map<string, Page> {
  const { pages, terms }: Written = JSON.parse(readFileSync(file, "utf8"));
  const titles = new Map(terms.map(({ term, title }) => [termKey(term), title]));
  const labelOf = (tag: string) => titles.get(termKey(tag)) || tag;
  return new Map(
    pages.map(({ path, title, date, tags }) => {
      const list = Array.isArray(tags) ? tags : tags ? [tags] : [];
      const instant = date < NO_DATE_BEFORE ? null : date * 1000;
      return [`${folder}${path}`, { title, date: instant, tags: list.map(String).map(labelOf) }];
    }),
  );
}

/** Reads the list of all pages, which says of each what may hide it; the first reason is Hugo's. */
function readHidden(list: string, content: string): Map<string, string> {
  const { data } = Papa.parse<Record<string, string>>(list, { header: true, skipEmptyLines: true });
  const now = Date.now();
  const timeOf = (text = "") => (text.startsWith("0001-") ? null : Date.parse(text));
  return new Map(
    data.flatMap(({ path = "", draft, expiryDate, publishDate }) => {
      const expires = timeOf(expiryDate);
      const appears = timeOf(publishDate);
      const reasons = [
        ...(draft === "true" ? ["draft"] : []),
        ...(expires !== null && expires <= now ? ["expired"] : []),
        ...(appears !== null && appears > now ? ["not due"] : []),
      ];
      return reasons.slice(0, 1).map((reason) => [relative(content, path), reason] as const);
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
