import { execFile, execFileSync } from "node:child_process";
import {
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { filesIn, type Publication, publish, write } from "./hostile-publish.ts";

const page = (fields: string, body = "<p>Text.</p>") => `---\ntitle: A\n${fields}\n---\n${body}`;

/** YAML in which each name stands for ten times the one before it. */
const BOMB = ["a: &a [x,x,x,x,x,x,x,x,x,x]"]
  .concat([..."bcdefghi"].map((name, at) => bombLine(name, "abcdefgh"[at] ?? "a")))
  .join("\n");

function bombLine(name: string, before: string): string {
  return `${name}: &${name} [${Array.from({ length: 10 }, () => `*${before}`).join(",")}]`;
}

/** Each file of the folder: its text, and what must be said of it; null where it is fine as it is. */
const FILES: readonly [path: string, text: string | Uint8Array, said: RegExp | null][] = [
  ["good.md", page("tags: [good]"), null],
  // Ways out of the edition's folder.
  ["slug-up.md", page("slug: ../../../../escape"), /:3: “slug: .*can't be a part of an address/],
  ["slug-root.md", page("slug: /etc/escape"), null],
  ["url-up.md", page("url: /../../escape/"), /:3: “\/\.\.\/\.\.\/escape\/” has a part/],
  ["url-host.md", page("url: //evil.example/escape/../.."), /:3: .* has a part/],
  ["url-device.md", page("url: /con/"), /:3: .* has a part that no file can be named/],
  ["url-drive.md", page("url: 'C:\\escape'"), /:3: .* has a character that no path should have/],
  ["url-encoded.md", page("url: /%2e%2e/%2e%2e/escape/"), /:3: .* has a part/],
  ["url-nul.md", page('url: "/a%00b/"'), /:3: .* has a character/],
  ["url-data.md", page("url: /data/manifest.json"), /:3: .* begins with “data”/],
  ["url-index.md", page("url: /index.html"), /:3: .* file at the root/],
  [
    "alias-up.md",
    page("aliases: [../../../escape, /ok-alias/, /assets/x.js, /%zz/, '..']"),
    /:3: “\.\.\/\.\.\/\.\.\/escape” has a part/,
  ],
  ["alias-long.md", page(`aliases: [/${"x".repeat(5_000)}/]`), /:3: .* is too long/],
  [
    "image-up.md",
    page("image: ../../../../../../etc/hostname.png"),
    /:3: “image: .* is no picture/,
  ],
  ["picture-up.html", page("", '<p>x</p><img src="../../../../../etc/hostname.png">'), null],
  ["image-script.md", page("image: javascript:alert(1)"), /:3: “image: .* is no picture/],
  ["image-data.md", page("image: data:text/html,x"), /:3: “image: .* is no picture/],
  ["link-script.md", page("link: javascript:alert(1)"), /:3: “link: .* is no web address/],
  ["link-data.md", page("link: 'data:text/html,<script>alert(1)</script>'"), /:3: “link: /],
  ["link-relative.md", page("link: //evil.example/"), /:3: “link: /],
  // Bombs.
  ["bomb.md", `---\n${BOMB}\ntitle: Bomb\n---\nx`, /^bomb\.md:\d+: /],
  ["cycle.md", page("a: &a [*a]"), /^cycle\.md:\d+: /],
  ["deep.md", page(`a: ${"[".repeat(5_000)}`), /^deep\.md:\d+: /],
  ["deep-json.md", `{"title":"A","a":${"[".repeat(5_000)}}\nx`, /^deep-json\.md:\d+: /],
  ["deep-toml.md", `+++\na = ${"[".repeat(5_000)}\n+++\nx`, /^deep-toml\.md:\d+: /],
  ["function.md", page('a: !!js/function "function () { throw 1 }"'), null],
  ["code.md", "---js\nthrow new Error('ran')\n---\nx", /^code\.md:\d+: /],
  // Names that mean something to JavaScript.
  ["proto.md", page("__proto__: {polluted: yes}\nconstructor: {prototype: {polluted: yes}}"), null],
  ["proto.json.md", '{"title":"A","__proto__":{"polluted":true,"draft":true}}\nx', null],
  ["proto-toml.md", '+++\ntitle = "A"\n[__proto__]\npolluted = true\n+++\nx', null],
  [
    "proto-tags.md",
    page("tags: [__proto__, constructor, toString, hasOwnProperty, valueOf]\nsource: __proto__"),
    null,
  ],
  ["__proto__/constructor.md", page("slug: __proto__"), null],
  ["params.md", page("params: {__proto__: {link: 'https://evil.example/'}}"), null],
  // Keys and names that are nearly the same.
  ["keys.md", "---\ntitle: A\nTitle: B\nTITLE: C\n---\nx", /^keys\.md:\d: /],
  ["same-keys.md", "---\ntitle: A\ntitle: B\n---\nx", /^same-keys\.md:2: .*more than once/],
  ["names/case.md", page("aliases: [/Old/]"), null],
  ["names/CASE.md", page("aliases: [/old/]"), null],
  ["names/caf\u00e9.md", page(""), null],
  ["names/cafe\u0301.md", page(""), null],
  ["con.md", page(""), null],
  ["nul/index.md", page(""), null],
  ["aux/lpt1.html", page(""), null],
  ["trailing. .md", page(""), null],
  [`${"n".repeat(240)}.md`, page(""), null],
  // Bytes that are no text.
  ["latin1.md", Buffer.from(page("source: caf\xe9"), "latin1"), /:3: .*not valid UTF-8/],
  ["utf16.md", Buffer.from(`\ufeff${page("")}`, "utf16le"), /:1: .*UTF-16/],
  ["nul.md", page("", "one\ntwo \0"), /:6: There is a NUL byte/],
  ["controls.md", page('source: "a\\e[2Jb\\u202Ec\\x07"', "\u001b[2Jx"), null],
  ["unclosed.md", "---\ntitle: A\nx", /^unclosed\.md:\d+: /],
  ["empty.md", "", null],
  // Markup where there is none.
  [
    "markup.md",
    `---\ntitle: "<img src=x onerror=alert(1)>Tide</title><script>alert(1)</script>"\ntags: ["<b>x</b><script>alert(1)</script>"]\nauthor: "<svg onload=alert(1)>Ann"\nsource: "</script><script>alert(1)</script>"\ndescription: "<iframe src=javascript:alert(1)>"\n---\nx`,
    null,
  ],
];

let home: string;
let run: Publication;

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), "offprint-hostile-"));
  const content = join(home, "content");
  write(content, Object.fromEntries(FILES.map(([path, text]) => [path, text])));
  write(join(home, "secret"), { "key.md": page("", "the secret"), "key.png": "the secret" });
  symlinkSync(join(home, "secret/key.md"), join(content, "link.md"));
  symlinkSync(join(home, "secret"), join(content, "linked"));
  symlinkSync(content, join(content, "round"));
  write(content, { "bundle/index.md": page("image: key.png", "![](key.png)") });
  symlinkSync(join(home, "secret/key.png"), join(content, "bundle/key.png"));
  execFileSync("mkfifo", [join(content, "pipe.md"), join(content, "bundle/pipe.png")]);
  write(content, { "pipe-picture.md": page("image: bundle/pipe.png") });
  mkdirSync(join(content, "folder.md"));
  const socket = createServer().listen(join(content, "socket.md"));
  writeFileSync(join(content, "sparse.md"), "");
  truncateSync(join(content, "sparse.md"), 1024 ** 3);
  run = await publish(home);
  socket.close();
}, 60_000);
afterAll(() => rmSync(home, { recursive: true, force: true }));

describe("a hostile folder", () => {
  it.each(FILES.filter(([, , said]) => said !== null))(
    "%s is told with its file and line",
    (path, _, said) => {
      const own = run.problems.filter((line) => line.startsWith(`${path}:`));
      expect(own.join("\n")).toMatch(said ?? "");
      for (const line of own) expect(line).toMatch(/:[1-9]\d*: \S.*\. \S.*\.$/);
    },
  );

  it.each([
    ["link.md", /link\.md:1: This is a symbolic link/],
    ["linked", /linked:1: This is a symbolic link/],
    ["round", /round:1: This is a symbolic link/],
    ["pipe.md", /pipe\.md:1: This is no regular file/],
    ["socket.md", /socket\.md:1: This is no regular file/],
    ["folder.md", /folder\.md:1: This is a folder with the name of a file/],
    ["sparse.md", /sparse\.md:1: The file has 1024 MB, more than/],
    ["bundle/key.png", /bundle\/index\.md:3: “image: key\.png” is no picture/],
    ["bundle/pipe.png", /pipe-picture\.md:3: “image: bundle\/pipe\.png” is no picture/],
  ])("%s, which is no file of its own, is told and never followed", (_, said) => {
    expect(run.problems.join("\n")).toMatch(said);
  });

  it("hides none behind another: each file is published or left out with a reason", () => {
    const paths = [...FILES.map(([path]) => path), "bundle/index.md", "pipe-picture.md"];
    const silent = paths.filter((path) => !(run.published.has(path) || run.leftOut.has(path)));
    expect(silent).toEqual([]);
    expect(new Set(run.published.values()).size).toBe(run.published.size);
    const fine = FILES.filter(([path, , said]) => said === null && path !== "empty.md");
    for (const [path] of fine) expect(run.published.has(path), path).toBe(true);
    expect(run.articles.size).toBe(run.published.size);
  });

  it("writes nothing outside of the edition's folder, and no name in it that is not its own", () => {
    expect(filesIn(home).filter((path) => !/^(?:content|secret|out|app)\//.test(path))).toEqual([]);
    for (const file of run.files) {
      expect(lstatSync(join(home, "out", file)).isFile(), file).toBe(true);
      expect(file).toMatch(/^[\w.%~-]+(?:\/[\w.%~-]+)*$/);
      expect(file).not.toMatch(/escape|(?:^|\/)(?:con|nul|aux|prn|lpt\d)(?:[./]|$)/i);
    }
    const bytes = run.files.map((file) => readFileSync(join(home, "out", file), "utf8"));
    expect(bytes.filter((text) => text.includes("the secret"))).toEqual([]);
  });

  it("pollutes nothing, and keeps such names as the data that they are", () => {
    expect(Reflect.get({}, "polluted")).toBeUndefined();
    const id = run.published.get("proto-tags.md") ?? "";
    expect(run.articles.get(id)?.tags).toEqual([
      "__proto__",
      "constructor",
      "toString",
      "hasOwnProperty",
      "valueOf",
    ]);
    expect(run.articles.get(run.published.get("params.md") ?? "")?.link).toBeUndefined();
    expect(run.published.has("proto.json.md")).toBe(true);
  });

  it("lets one old address lead to one story, whatever the case of its letters, and tells of the other", () => {
    const led = run.files.filter((file) => /^old\/index\.html$/i.test(file));
    expect(led).toHaveLength(1);
    expect(run.problems.join("\n")).toMatch(/names\/(?:case|CASE)\.md:\d+: .*\/old\//i);
    expect(run.files).toContain("ok-alias/index.html");
  });

  it("keeps no character that turns a text round or acts, in no field that is shown", () => {
    const shown = [...run.articles.values()].map(({ body, ...rest }) => rest);
    const texts = JSON.stringify(shown).replace(/\\u00/g, "\u0000");
    expect(texts).not.toMatch(/[\p{Cc}\u202A-\u202E\u2066-\u2069]/u);
    expect(run.articles.get(run.published.get("markup.md") ?? "")?.tags).toEqual([
      "x<script>alert(1)</script>",
    ]);
  });

  it("says nothing to a terminal but words: what stands in names and values is told, not done", () => {
    for (const line of run.problems)
      expect(line).not.toMatch(/[\p{Cc}\u202A-\u202E\u2066-\u2069]/u);
  });
});

describe("names that do something to a terminal", () => {
  it("are told so that they are seen", async () => {
    const folder = temporary();
    const name = "a\u001b[2J\n\u202Egood.md";
    write(join(folder, "content"), { [name]: "---\ntitle: [\n---\nx", "good.md": page("") });
    const { problems } = await publish(folder);
    expect(problems).toHaveLength(1);
    expect(problems[0]).not.toMatch(/[\p{Cc}\u202E]/u);
    expect(problems[0]).toMatch(/^a\\u\{1b\}\[2J\\u\{a\}\\u\{202e\}good\.md:\d+: /);
  });
});

describe("a folder of absurd size", () => {
  it.each([
    ["a title of 10 MB", { "a.md": `---\ntitle: ${"long ".repeat(2_000_000)}\n---\nx` }],
    [
      "a title of 10 MB without a space",
      { "a.md": `---\ntitle: ${"x".repeat(10_000_000)}\n---\nx` },
    ],
    ["100,000 tags on one article", { "a.md": `---\ntitle: A\ntags:\n${tagLines(100_000)}---\nx` }],
    [
      "100,000 aliases of one article",
      { "a.md": `---\ntitle: A\naliases:\n${tagLines(100_000)}---\nx` },
    ],
    [
      "a body that is one word of 15 MB",
      { "a.md": `---\ntitle: A\n---\n${"x".repeat(15_000_000)}` },
    ],
    ["100,000 shortcodes", { "a.md": `---\ntitle: A\n---\n${"{{< x >}}".repeat(100_000)}` }],
    ["a value of 5 MB", { "a.md": `---\ntitle: A\nnote: |\n  ${"x".repeat(5_000_000)}\n---\nx` }],
  ])(
    "%s: told, bounded, and the rest is published",
    async (_, files) => {
      const folder = temporary();
      write(join(folder, "content"), { ...files, "good.md": page("") });
      const run = await publish(folder);
      expect(run.published.has("good.md")).toBe(true);
      expect(run.published.has("a.md") || run.leftOut.has("a.md")).toBe(true);
      const article = run.articles.get(run.published.get("a.md") ?? "");
      expect(article?.title.length ?? 0).toBeLessThanOrEqual(301);
      expect(article?.tags.length ?? 0).toBeLessThanOrEqual(100);
    },
    60_000,
  );

  it("takes no more memory than a small machine has, all its files together, and the rest is published", async () => {
    const folder = temporary();
    const content = join(folder, "content");
    const start = "---\ntitle: A\n---\n";
    write(content, {
      "title.md": `---\ntitle: ${"long ".repeat(2_000_000)}\n---\nx`,
      "tags.md": `---\ntitle: A\ntags:\n${tagLines(100_000)}---\nx`,
      "open.html": `${start}${"<b>".repeat(6_000_000)}`,
      "elements.html": `${start}${"<p>x</p>\n".repeat(1_000_000)}`,
      "table.md": `${start}|a|b|\n|-|-|\n${"|1|2|\n".repeat(37_500)}`,
      "markdown.md": `${start}${"*a ".repeat(6_000_000)}`,
      "marks.md": `${start}${"*a ".repeat(600_000)}`,
      "sparse.md": "",
      "good.md": page(""),
    });
    truncateSync(join(content, "sparse.md"), 1024 ** 3);
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ["--max-old-space-size=512", "--import", "tsx", CHILD, folder],
      { cwd: HOME },
    );
    const fine = ["elements.html", "good.md", "markdown.md", "marks.md", "open.html", "table.md"];
    expect(JSON.parse(stdout)).toEqual(fine);
  }, 300_000);

  it("2,000 files in one folder: all are published", async () => {
    const folder = temporary();
    const content = join(folder, "content");
    mkdirSync(content);
    for (let number = 0; number < 2_000; number++) {
      writeFileSync(
        join(content, `${number}.md`),
        `---\ntitle: Story ${number}\n---\nText ${number}`,
      );
    }
    const run = await publish(folder);
    expect(run.published.size).toBe(2_000);
    expect(run.problems).toEqual([]);
  }, 120_000);
});

const HOME = fileURLToPath(new URL("../../", import.meta.url));
const CHILD = fileURLToPath(new URL("./hostile-child.ts", import.meta.url));

function tagLines(count: number): string {
  return Array.from({ length: count }, (_, number) => `- word-${number}\n`).join("");
}

function temporary(): string {
  const folder = mkdtempSync(join(tmpdir(), "offprint-hostile-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
