import { createHash } from "node:crypto";
import { join } from "node:path";
import type { Article } from "#model/article.ts";
import { ensureApp } from "#pipeline/command/app-build.ts";
import { loadApp } from "#pipeline/command/document/app-source.ts";
import { makeDocuments } from "#pipeline/command/document/documents.ts";
import { cutAtWord } from "#pipeline/content/source/plain-text.ts";
import { digestOf } from "#pipeline/edition/digest.ts";
import { type Galley, galleyOf, kinText, withDigest } from "#pipeline/edition/galley.ts";
import { Place, type PlacePlan } from "#pipeline/edition/place.ts";
import { Press, type Pressed } from "#pipeline/edition/press.ts";
import type { PressedStory } from "#pipeline/edition/story-writer.ts";
import { SummarySpill } from "#pipeline/edition/summary-spill.ts";
import { writeEdition } from "#pipeline/edition/write-edition.ts";
import type { EditionOptions } from "#pipeline/options.ts";
import { Report } from "#pipeline/report.ts";
import { editionOf, type Shop } from "./build.ts";
import type { Facts } from "./corpus.ts";

/** Articles are written of the days that a visit opens stories of: a month's first in the middle, and the newest. */
const OPENED = /^(2021-01-01|2026-01-[23]\d|2026-02-\d\d)/;
const NO_SECTIONS: ReadonlyMap<string, string> = new Map();
const UNTOUCHED = { bytes: 0, isChanged: false };

/**
 * Publishes the lists of a corpus through the pipeline's own writer, all of them, and few of its articles: what a reader
 * downloads to find stories among a million is measured without writing a million.
 *
 * @param more so many newer stories are published too
 */
export async function publishLists(shop: Shop, more = 0): Promise<void> {
  const app = await ensureApp(console.error);
  const options: EditionOptions = {
    content: join(shop.folder, "content"),
    title: "Offprint",
    language: "en",
    timeZone: "UTC",
    base: "/",
    drafts: false,
    future: false,
    expired: false,
    tagsFrom: ["tags"],
    pictures: "remote",
    now: new Date(),
  };
  const documents = makeDocuments(await loadApp(app), { ...options, sections: NO_SECTIONS });
  const spill = new SummarySpill(join(shop.folder, "summaries"));
  const count = shop.corpus.count + more;
  async function* stories(place: PlacePlan): AsyncGenerator<PressedStory> {
    const press = new Press(new Place(place), spill, documents);
    for (let index = 0; index < count; index++) yield storyOf(shop, index, press, spill);
    spill.flush();
  }
  try {
    await writeEdition({ sections: NO_SECTIONS, count, stories }, options, new Report(), {
      out: editionOf(shop),
      app,
      documents,
      extraFiles: documents.fixed,
    });
  } finally {
    spill.close();
  }
}

function storyOf({ corpus }: Shop, index: number, press: Press, spill: SummarySpill): PressedStory {
  const facts = corpus.factsOf(index);
  const isWritten = OPENED.test(facts.date);
  const body = isWritten ? (corpus.fileOf(index, facts).split("\n---\n")[1] ?? "") : "";
  const article = articleOf(facts, index, body);
  const galley = galleyOf(article);
  const kin = kinText(article);
  const pressed = isWritten ? press.print(galley, kin) : unwritten(galley, kin, spill);
  return {
    path: facts.slug,
    isListed: true,
    pin: null,
    aliases: [],
    resources: [],
    remarks: [],
    pressed,
  };
}

/** What the press leaves of an article, but its file. */
function unwritten({ article, summary, entry }: Galley, kin: string, spill: SummarySpill): Pressed {
  const text = article + kin;
  const digest = digestOf(text);
  return {
    entry,
    digest,
    article: UNTOUCHED,
    document: null,
    summary: spill.append(withDigest(summary, digest)),
    bytes: Buffer.byteLength(withDigest(text.slice(0, -1), digest)),
    pictures: [],
  };
}

/** The article that the pipeline makes of a story of the corpus. */
function articleOf(facts: Facts, index: number, body: string): Article {
  const host = facts.host.slice("feeds.".length);
  return {
    v: 1,
    id: createHash("sha256").update(`${facts.slug}.md`).digest("hex").slice(0, 20),
    title: facts.title,
    date: `${facts.date}T00:00:00Z`,
    source: host,
    tags: [...facts.tags],
    excerpt: cutAtWord(facts.description, 280),
    minutes: 2 + (index % 4),
    link: `https://${host}/${facts.slug}`,
    authors: [],
    words: 700,
    body,
    translations: [],
    related: [],
  };
}
