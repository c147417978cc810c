import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** What Hugo is asked to make. */
export type HugoSite = "json" | "html";

const COMMON = `baseURL = "https://example.org/"
title = "The Bench"
[markup.goldmark.renderer]
unsafe = true
`;

const LIST = "{{ range .Pages }}<li><a href={{ .RelPermalink }}>{{ .Title }}</a></li>{{ end }}";

/** One JSON file a page, and one index of all. */
const JSON_LAYOUTS = {
  "layouts/_default/single.json":
    '{{ dict "title" .Title "date" .Date "tags" .Params.tags "link" .Params.link "source" .Params.source "description" .Description "body" .Content | jsonify }}',
  "layouts/index.json":
    '[{{ range $i, $p := site.RegularPages }}{{ if $i }},{{ end }}{{ dict "title" $p.Title "date" $p.Date "url" $p.RelPermalink "tags" $p.Params.tags "description" $p.Description | jsonify }}{{ end }}]',
};

const SITES: Readonly<Record<HugoSite, Readonly<Record<string, string>>>> = {
  json: {
    "config.toml": `disableKinds = ["taxonomy", "term", "section", "RSS", "sitemap", "robotsTXT", "404"]
${COMMON}
[outputs]
home = ["JSON"]
page = ["JSON"]
`,
    ...JSON_LAYOUTS,
  },
  // A page for each story, lists in pages of 30, and a list for each tag; and the same JSON, as Offprint makes both.
  html: {
    "config.toml": `disableKinds = ["RSS", "sitemap", "robotsTXT", "404"]
${COMMON}
[taxonomies]
tag = "tags"
[outputs]
home = ["HTML", "JSON"]
page = ["HTML", "JSON"]
`,
    ...JSON_LAYOUTS,
    "layouts/_default/single.html":
      "<!doctype html><title>{{ .Title }}</title><h1>{{ .Title }}</h1><p>{{ .Date }} {{ delimit .Params.tags `, ` }}</p>{{ .Content }}",
    "layouts/_default/list.html": `<!doctype html><title>{{ .Title }}</title><ul>${LIST}</ul>`,
    "layouts/index.html":
      "<!doctype html><title>{{ .Title }}</title>{{ $pages := .Paginate site.RegularPages 30 }}<ul>{{ range $pages.Pages }}<li><a href={{ .RelPermalink }}>{{ .Title }}</a><p>{{ .Description }}</p></li>{{ end }}</ul>",
  },
};

/** The version of the Hugo that is installed; null where there is none. */
export function hugoVersion(): string | null {
  const { status, stdout } = spawnSync("hugo", ["version"], { encoding: "utf8" });
  return status === 0 ? (/v([\d.]+)/.exec(stdout)?.[1] ?? "") : null;
}

/** Writes the folder of a site, without its content, and gives Hugo's arguments to make it. */
export function hugoSite(kind: HugoSite, folder: string, content: string, out: string): string[] {
  for (const [path, text] of Object.entries(SITES[kind])) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  return ["--source", folder, "--contentDir", content, "--destination", out, "--quiet"];
}
