import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { between, type Chance, chanceOf, Zipf } from "./chance.ts";
import { inventWords, Prose } from "./words.ts";

/** What a content file of the corpus says of itself in its front matter. */
export type Facts = {
  readonly slug: string;
  readonly title: string;
  /** A day, such as `2024-03-01`. */
  readonly date: string;
  readonly tags: readonly string[];
  /** The host of its feed. */
  readonly host: string;
  readonly description: string;
};

const MOST_TAGS = 20_000;
const TAGS_IN_A_STORY = 5;
/** The most used tag stands on about so many of the stories. */
const MOST_USED = 0.19;
const SOURCES = 50;
const FIRST_DAY = Date.UTC(2016, 1, 1);
const DAYS = 3_652;
const DAY_MS = 86_400_000;
const BODY_LENGTH = 4_200;

/** Independent streams of chance: what a story says of itself must be known without writing its text. */
const FACTS = 1;
const BODY = 2;

/**
 * Content files as a feed importer writes them, made of invented words.
 *
 * The same count and seed give the same files. Stories from `count` on belong to it too: they are newer than all before
 * them, as if the feeds had gone on.
 */
export class Corpus {
  readonly count: number;
  readonly #seed: number;
  readonly #prose = new Prose();
  readonly #tags: readonly string[];
  readonly #tagLaw: Zipf;
  readonly #hosts = inventWords(SOURCES, 3).map((word) => `feeds.${word}.example`);
  readonly #hostLaw = new Zipf(SOURCES, 0.7);

  constructor(count: number, seed = 1) {
    this.count = count;
    this.#seed = seed;
    const tags = Math.min(MOST_TAGS, Math.max(20, Math.round(count / 5)));
    const words = inventWords(tags + 1, 2);
    // One tag in four is of two words.
    this.#tags = words.slice(0, tags).map((word, at) => {
      return at % 4 === 3 ? `${word} ${words[at + 1]}` : word;
    });
    this.#tagLaw = Zipf.withFirstShare(tags, 1 - (1 - MOST_USED) ** (1 / TAGS_IN_A_STORY));
  }

  factsOf(index: number): Facts {
    const chance = chanceOf(this.#seed, FACTS, index);
    const isNew = index >= this.count;
    const day = isNew ? DAYS : Math.floor(chance() * DAYS);
    const title = this.#prose.headline(between(chance, 7, 14), chance);
    return {
      title,
      slug: `${title.toLowerCase().replaceAll(" ", "-")}-${index.toString(36)}`,
      date: new Date(FIRST_DAY + day * DAY_MS).toISOString().slice(0, 10),
      tags: this.#drawTags(chance),
      host: this.#hosts[this.#hostLaw.draw(chance)] ?? "",
      description: `${this.#prose.sentence(chance)} ${this.#prose.sentence(chance)}`,
    };
  }

  #drawTags(chance: Chance): string[] {
    const tags = new Set<string>();
    for (let at = 0; at < TAGS_IN_A_STORY; at++) {
      tags.add(this.#tags[this.#tagLaw.draw(chance)] ?? "");
    }
    return [...tags];
  }

  /** The whole content file. */
  fileOf(index: number, facts = this.factsOf(index)): string {
    const { title, slug, date, tags, host, description } = facts;
    return `---
title: "${title}"
date: ${date}
description: "${description}"
summary: "${description}"
slug: "${slug}"
image: ''
link: 'https://${host.slice("feeds.".length)}/${slug}'
source: 'https://${host}/world'
categories:
- '${host}'
tags:
${tags.map((tag) => `- '${tag}'`).join("\n")}

draft: false
---
${this.#bodyOf(index, facts)}
`;
  }

  #bodyOf(index: number, { host }: Facts): string {
    const chance = chanceOf(this.#seed, BODY, index);
    const wanted = BODY_LENGTH * (0.6 + 0.8 * chance());
    let body = "";
    while (body.length < wanted) {
      const sentences = Array.from({ length: between(chance, 1, 4) }, () =>
        this.#prose.sentence(chance),
      );
      if (chance() < 0.4) sentences.push(this.#link(host, chance));
      if (chance() < 0.1) sentences.push(`<strong>${this.#prose.sentence(chance)}</strong>`);
      body += `<p>${sentences.join(" ")}</p>`;
    }
    return body;
  }

  #link(host: string, chance: Chance): string {
    const words = this.#prose.words(between(chance, 2, 6), chance);
    const href = `https://${host}/${words.replaceAll(" ", "-")}`;
    return `<a href="${href}" target="_blank" rel="noopener">${words}</a>.`;
  }
}

/** Writes the stories of a corpus with these numbers into a folder, in which each has the same name each time. */
export function writeStories(corpus: Corpus, folder: string, from: number, to: number): void {
  mkdirSync(folder, { recursive: true });
  for (let index = from; index < to; index++) {
    const facts = corpus.factsOf(index);
    writeFileSync(join(folder, `${facts.slug}.md`), corpus.fileOf(index, facts));
  }
}

/** Takes them away again. */
export function removeStories(corpus: Corpus, folder: string, from: number, to: number): void {
  for (let index = from; index < to; index++) rmSync(fileIn(folder, corpus, index));
}

/** The path of a story's content file. */
export function fileIn(folder: string, corpus: Corpus, index: number): string {
  return join(folder, `${corpus.factsOf(index).slug}.md`);
}
