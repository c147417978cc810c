import { readFileSync } from "node:fs";
import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { readCargo } from "#data/transfer/arriving/cargo.ts";
import type { Cargo } from "#data/transfer/arriving/cargo-kinds.ts";
import { lineWords } from "#pages/transfer/line-words.ts";
import { takingWords } from "#pages/transfer/taking-words.ts";
import { transferFailure } from "#pages/transfer/transfer-failure.ts";
import { loadSpeech } from "#ui/messages/catalogs.ts";
import { ENGLISH } from "#ui/messages/messages.tsx";
import { READING } from "../device-shelf.ts";

const FIXTURES = `${import.meta.dirname}/fixtures`;

const fileOf = (parts: string | Uint8Array<ArrayBuffer>, name = "export") =>
  new File([parts], name);
const fixture = (name: string) => readFileSync(`${FIXTURES}/${name}`, "utf8");

async function read(parts: string | Uint8Array<ArrayBuffer>): Promise<Cargo> {
  const [cargo] = await readCargo(fileOf(parts), READING);
  if (!cargo) throw new Error("The file brought nothing.");
  return cargo;
}

/** Why a file can't be read, as its reader is told. */
const refusalOf = (file: File) =>
  readCargo(file, READING).then(
    () => "It was read.",
    (error: unknown) => transferFailure(error, ENGLISH),
  );

/** What is to be seen of an arrival, on a line. */
const seen = ({ arrivals }: Cargo) =>
  arrivals.map(({ copy, isRead, position }) =>
    [
      copy.article.title,
      copy.article.link ?? "no link",
      copy.savedAt.slice(0, 10),
      copy.labels?.join("+") ?? "-",
      copy.archived ? "archived" : isRead ? "read" : "unread",
      position ? `at ${position.block}.${position.fraction}` : "",
    ].join(" | "),
  );
const faults = ({ faults }: Cargo) =>
  faults.map((fault) => {
    const { where, name, why } = lineWords(fault, ENGLISH);
    return `${where}: ${name}: ${why}`;
  });

const TIDE = "https://harbour.example/tide-table";
const BRIDGE = "https://atlas.example/bridge";

describe("a file says itself what it is:", () => {
  it("Pocket’s table", async () => {
    const cargo = await read(fixture("pocket.csv"));
    expect([cargo.format, cargo.rows]).toEqual(["Pocket (CSV)", 6]);
    expect(seen(cargo)).toEqual([
      `The tide table | ${TIDE} | 2019-11-14 | tides+measurement | unread | `,
      `A bridge, rebuilt every year | ${BRIDGE} | 2019-11-15 | - | archived | `,
      "glass.example/windows | https://glass.example/windows/ | 2019-11-16 | glass | unread | ",
      "The tide table again | http://www.harbour.example/tide-table/ | 2019-11-14 | - | unread | ",
    ]);
    expect(faults(cargo)).toEqual([
      "line 6: Broken row,https://x.example: it has 2 fields where 5 are expected",
      "line 7: A script: only http and https addresses are taken in, not “javascript:”",
    ]);
    const ids = cargo.arrivals.map(({ copy }) => copy.id);
    expect(ids[3], "one article, however its address is written").toBe(ids[0]);
  });

  it("Pocket’s page", async () => {
    const cargo = await read(fixture("ril-export.txt"));
    expect([cargo.format, cargo.rows]).toEqual(["Pocket (HTML)", 3]);
    expect(seen(cargo)).toEqual([
      `The tide table & its keepers | ${TIDE} | 2019-11-14 | tides+measurement | unread | `,
      `A bridge | ${BRIDGE} | 2019-11-15 | - | archived | `,
    ]);
    expect(faults(cargo)).toEqual([
      "line 11: A file: only http and https addresses are taken in, not “file:”",
    ]);
  });

  it("Instapaper’s table", async () => {
    const cargo = await read(fixture("instapaper.csv"));
    expect(cargo.format).toBe("Instapaper (CSV)");
    expect(seen(cargo)).toEqual([
      `The tide table | ${TIDE} | 2019-11-14 | tides+measurement | unread | `,
      `A bridge | ${BRIDGE} | 2019-11-15 | - | archived | `,
      "Windows | https://glass.example/windows | 2019-11-16 | favourite | unread | ",
      "Mills | https://bread.example/mills | 2019-11-16 | Bread | unread | ",
    ]);
    expect(cargo.arrivals[0]?.copy.article.excerpt).toBe("It hung in the pilot’s house.");
  });

  it("Readwise Reader’s table", async () => {
    const cargo = await read(fixture("readwise.csv"));
    expect(cargo.format).toBe("Readwise Reader (CSV)");
    expect(seen(cargo)).toEqual([
      `The tide table | ${TIDE} | 2019-11-14 | tides+measurement | unread | at 0.0.5`,
      `A bridge | ${BRIDGE} | 2019-11-15 | - | archived | at 0.1`,
      "Windows | https://glass.example/windows | 2019-11-16 | shortlist | unread | ",
    ]);
  });

  it("a browser’s bookmarks, whose folders become tags", async () => {
    const cargo = await read(fixture("bookmarks.txt"));
    expect([cargo.format, cargo.rows]).toEqual(["bookmarks", 4]);
    expect(seen(cargo)).toEqual([
      `The tide table | ${TIDE} | 2019-11-14 | tides+measurement | unread | `,
      `A bridge | ${BRIDGE} | 2019-11-15 | Bridges | unread | `,
    ]);
    expect(cargo.arrivals[0]?.copy.article.excerpt).toBe("Older than the harbour.");
    expect(cargo.faults).toHaveLength(2);
  });

  it("wallabag’s list, with its texts", async () => {
    const cargo = await read(fixture("wallabag.json"));
    expect(cargo.format).toBe("wallabag (JSON)");
    expect(seen(cargo)).toEqual([
      `The tide table | ${TIDE} | 2019-11-14 | tides+measurement+favourite | unread | `,
      `A bridge | ${BRIDGE} | 2019-11-15 | - | archived | `,
    ]);
    expect(faults(cargo)).toEqual(["entry 3: Nowhere: it has no address"]);
    const article = cargo.arrivals[0]?.copy.article;
    expect(article).toMatchObject({
      date: "2019-11-01T08:00:00Z",
      authors: ["A. Keeper"],
      language: "en-GB",
      source: "harbour.example",
      excerpt: "It hung in the pilot’s house.",
      words: 6,
    });
    expect(article?.body, "as it came: it is cleaned when it is shown").toContain("<script>");
  });

  it("Karakeep’s list, with its notes", async () => {
    const cargo = await read(fixture("karakeep.json"));
    expect(cargo.format).toBe("Karakeep (JSON)");
    expect(seen(cargo)).toEqual([
      `The tide table | ${TIDE} | 2019-11-14 | tides+measurement | unread | `,
      `atlas.example/bridge | ${BRIDGE} | 2019-11-15 | - | archived | `,
      "A thought | no link | 2019-11-16 | - | unread | ",
    ]);
    expect(cargo.arrivals[2]?.copy.article.body).toBe(
      "<p>Water &lt;finds&gt; its level.</p>\n<p>So do we.</p>",
    );
    expect(faults(cargo)).toEqual(["entry 4: A scan: it has no address"]);
  });

  it("a JSON Feed, our own too", async () => {
    const cargo = await read(fixture("feed.json"));
    expect(cargo.format).toBe("JSON Feed");
    expect(seen(cargo)).toEqual([
      `The tide table | ${TIDE} | 2019-11-14 | tides+measurement | archived | `,
      "A note | no link | 2026-11-22 | - | unread | ",
    ]);
  });

  it("Omnivore’s ZIP, with its texts, highlights and progress", async () => {
    const entry = (slug: string, more: object) => ({
      id: slug,
      slug,
      title: `On ${slug}`,
      url: `https://${slug}.example/a`,
      savedAt: "2019-11-14T00:00:00.000Z",
      labels: ["tides"],
      state: "Active",
      readingProgress: 0,
      ...more,
    });
    const zip = zipSync({
      "metadata_0_to_20.json": strToU8(JSON.stringify([entry("tide", { readingProgress: 60 })])),
      "metadata_20_to_40.json": strToU8(JSON.stringify([entry("bridge", { state: "Archived" })])),
      "metadata_40_to_60.json": strToU8("["),
      "content/tide.html": strToU8("<p>One.</p><p>Two.</p><p>Three.</p>"),
      "highlights/tide.md": strToU8("> The sea <is> a sum.\n\nA note on it.\n"),
    });
    const cargo = await read(Uint8Array.from(zip));
    expect([cargo.format, cargo.rows]).toEqual(["Omnivore (ZIP)", 3]);
    expect(seen(cargo)).toEqual([
      "On tide | https://tide.example/a | 2019-11-14 | tides | unread | at 1.0.8",
      "On bridge | https://bridge.example/a | 2019-11-14 | tides | archived | ",
    ]);
    expect(cargo.arrivals[0]?.copy.article.body).toContain(
      "<blockquote><p>The sea &lt;is&gt; a sum.</p></blockquote>\n<p>A note on it.</p>",
    );
    expect(faults(cargo)).toEqual([
      "metadata_40_to_60.json: metadata_40_to_60.json: it is no list in JSON",
    ]);
  });

  it("a ZIP of lists, as Pocket packed them", async () => {
    const zip = zipSync({
      "pocket/part_000000.csv": strToU8(fixture("pocket.csv")),
      "pocket/annotations/readme.txt": strToU8("Nothing to see."),
    });
    const cargos = await readCargo(fileOf(Uint8Array.from(zip), "pocket.zip"), READING);
    expect(cargos.map(({ file, rows }) => [file, rows])).toEqual([
      ["pocket.zip: pocket/part_000000.csv", 6],
    ]);
  });
});

it("what is added to what is taken in is said in the reader’s language", async () => {
  const words = takingWords(await loadSpeech("fr"));
  const entry = { slug: "a", url: "https://a.example/", savedAt: "2019-11-14T00:00:00Z" };
  const zip = zipSync({
    "metadata_0.json": strToU8(JSON.stringify([entry])),
    "highlights/a.md": strToU8("> Marked.\n"),
  });
  const feed = {
    version: "https://jsonfeed.org/version/1.1",
    items: [{ content_text: "A note." }],
  };
  const files = [fixture("instapaper.csv"), Uint8Array.from(zip), JSON.stringify(feed)];
  const [marked, highlighted, note] = await Promise.all(
    files.map(async (each) => (await readCargo(fileOf(each), { ...READING, words }))[0]?.arrivals),
  );
  expect(marked?.[2]?.copy.labels).toEqual(["favori"]);
  expect(highlighted?.[0]?.copy.article.body).toContain("<h2>Surlignages</h2>");
  expect(note?.[0]?.copy.article.title).toBe("Sans titre");
});

describe("a file that can’t be read says why:", () => {
  it.each([
    ["words", "Dear reader,\n", /none that is known/],
    ["nothing", "", /none that is known/],
    ["a page", "<!doctype html><p>Hello", /none that is known/],
    ["JSON of another kind", '{"a":1}', /none that is known/],
    ["half a list", '[{"is_archived":0,"url":"https://a.exa', /cut off or damaged/],
    ["a backup of a newer version", '{"format":"offprint-backup","v":9}', /version 9/],
    ["a backup that is none", '{"format":"offprint-backup","v":1}', /backup/],
    [
      "bookmarks in a million folders",
      `<!doctype netscape-bookmark-file-1>${"<dl><a href=https://a.example>a</a>".repeat(1_000_000)}`,
      /more elements within one another/,
    ],
    ["half a ZIP", Uint8Array.from([0x50, 0x4b, 3, 4, 1, 2, 3]), /ZIP is cut off/],
    [
      "a ZIP of nothing",
      Uint8Array.from(zipSync({ "a.png": strToU8("x") })),
      /nothing can be read/,
    ],
  ])("%s", async (_, content, words) => {
    expect(await refusalOf(fileOf(content))).toMatch(words);
  });

  it("nothing deep or odd takes the page down", async () => {
    const deep = `${"[".repeat(200_000)}${"]".repeat(200_000)}`;
    await expect(readCargo(fileOf(deep), READING)).rejects.toThrow();
    const entries = [
      null,
      7,
      "x",
      [],
      { __proto__: null },
      { is_archived: 0, url: ["https://a.example"] },
    ];
    const cargo = await read(JSON.stringify([{ is_archived: 1 }, ...entries]));
    expect([cargo.arrivals.length, cargo.faults.length]).toEqual([0, 7]);
    // What moved all that is open with each of them would be at it for hours.
    const html = `<p>${"<b>".repeat(1_500_000)}deep<script>no`;
    const url = "https://deep.example";
    const [arrival] = (await read(JSON.stringify([{ is_archived: 0, url, content: html }])))
      .arrivals;
    expect(arrival?.copy.article.excerpt).toBe("deep");
  });
});

it("of 32,720 rows with 100 broken ones exactly those are lost, by name", async () => {
  const broken = new Set(Array.from({ length: 100 }, (_, at) => 17 + at * 327));
  const kinds = [
    (at: number) => `Too few ${at},https://broken.example/${at}`,
    (at: number) => `"Never closed ${at},https://broken.example/${at},1573689600,,unread`,
    (at: number) => `"Clo"sed early ${at},https://broken.example/${at},1573689600,,unread`,
    (at: number) => `No address ${at},mailto:nobody@broken.example,1573689600,,unread`,
  ];
  const rows = Array.from({ length: 32_720 }, (_, at) =>
    broken.has(at)
      ? (kinds[at % 4] ?? kinds[0])?.(at)
      : `"Story ${at}, ""quoted""${at % 50 === 0 ? "\nin two lines" : ""}",https://s.example/${at},${1_573_689_600 + at},a|b,unread`,
  );
  const cargo = await read(`title,url,time_added,tags,status\n${rows.join("\n")}\n`);
  expect([cargo.rows, cargo.arrivals.length, cargo.faults.length]).toEqual([32_720, 32_620, 100]);
  const named = cargo.faults.map(({ name }) =>
    Number(/(?:few|closed|early|address) (\d+)/.exec(name)?.[1]),
  );
  expect(named).toEqual([...broken]);
});

it("reading stops at the reader’s word", async () => {
  const stop = new AbortController();
  const reading = readCargo(fileOf(fixture("pocket.csv")), {
    ...READING,
    signal: stop.signal,
    onProgress: () => stop.abort(new Error("enough")),
  });
  await expect(reading).rejects.toThrow("enough");
});

describe("a file that is too large", () => {
  const sized = (size: number) => {
    let wasRead = false;
    const file = fileOf("{}");
    Object.defineProperty(file, "size", { value: size });
    file.arrayBuffer = async () => {
      wasRead = true;
      return new ArrayBuffer(0);
    };
    return { file, wasRead: () => wasRead };
  };

  it("is refused before anything of it is read", async () => {
    const { file, wasRead } = sized(400_000_001);
    expect(await refusalOf(file)).toContain("larger than 400 MB");
    expect(wasRead()).toBe(false);
  });

  it("is none of 50 MB, which a backup of many stories has", async () => {
    const { file, wasRead } = sized(50_000_001);
    await readCargo(file, READING).catch(() => undefined);
    expect(wasRead()).toBe(true);
  });
});
