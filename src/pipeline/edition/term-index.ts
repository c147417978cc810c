import { TERM_KINDS, type TermKind, termKey } from "#model/term.ts";
import { compareText } from "./compare-text.ts";
import type { Entry } from "./galley.ts";

/** A term and its stories, by their numbers in the arrangement, newest first. */
export type TermUse = {
  readonly key: string;
  readonly label: string;
  readonly stories: readonly number[];
};

/** The terms of each kind by key, in the order of code units. */
export type Terms = Readonly<Record<TermKind, readonly TermUse[]>>;

type Uses = Map<string, { spellings: Map<string, number>; stories: number[] }>;

/** Collects which stories have which terms. */
export class TermIndex {
  readonly #sections: ReadonlyMap<string, string>;
  readonly #uses: Record<TermKind, Uses> = {
    tag: new Map(),
    source: new Map(),
    section: new Map(),
  };
  readonly #keys = new Map<string, string>();

  /** `sections`: their titles by their keys. */
  constructor(sections: ReadonlyMap<string, string>) {
    this.#sections = sections;
  }

  /** `story` is the number under which it is added. */
  add({ tags, source, section }: Entry, story: number): void {
    const seen = new Set<string>();
    for (const tag of tags) {
      const key = this.#keyOf(tag);
      if (!seen.has(key)) this.#use("tag", key, tag.trim(), story);
      seen.add(key);
    }
    if (source !== undefined) this.#use("source", this.#keyOf(source), source.trim(), story);
    if (section !== undefined) {
      this.#use("section", section, this.#sections.get(section) ?? section, story);
    }
  }

  /** Gives the terms, their stories by rank. */
  arrange(rankOf: Uint32Array): Terms {
    return {
      tag: termUses(this.#uses.tag, rankOf),
      source: termUses(this.#uses.source, rankOf),
      section: termUses(this.#uses.section, rankOf),
    };
  }

  #keyOf(label: string): string {
    const known = this.#keys.get(label);
    if (known !== undefined) return known;
    const key = termKey(label);
    this.#keys.set(label, key);
    return key;
  }

  #use(kind: TermKind, key: string, label: string, story: number): void {
    if (key === "") return;
    let use = this.#uses[kind].get(key);
    if (!use) {
      use = { spellings: new Map(), stories: [] };
      this.#uses[kind].set(key, use);
    }
    use.spellings.set(label, (use.spellings.get(label) ?? 0) + 1);
    use.stories.push(story);
  }
}

/** Says how many terms of each kind there are. */
export function countTerms(terms: Terms): Record<TermKind, number> {
  const counts = { tag: 0, source: 0, section: 0 };
  for (const kind of TERM_KINDS) counts[kind] = terms[kind].length;
  return counts;
}

function termUses(uses: Uses, rankOf: Uint32Array): TermUse[] {
  return [...uses]
    .map(([key, { spellings, stories }]) => ({
      key,
      label: mostFrequent(spellings),
      stories: stories.map((story) => rankOf[story] ?? 0).sort((a, b) => b - a),
    }))
    .sort((a, b) => compareText(a.key, b.key));
}

function mostFrequent(spellings: ReadonlyMap<string, number>): string {
  let best = "";
  let most = 0;
  for (const [label, count] of spellings) {
    if (count < most || (count === most && compareText(label, best) > 0)) continue;
    best = label;
    most = count;
  }
  return best;
}
