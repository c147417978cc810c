import { TERM_KINDS, type TermKind, termKey } from "#model/term.ts";
import { NumberColumn } from "#pipeline/columns/number-column.ts";
import { compareText } from "./compare-text.ts";
import type { Entry } from "./galley.ts";

/** A term and its stories, by their numbers in the arrangement, newest first. */
export type TermUse = {
  readonly key: string;
  readonly label: string;
  readonly stories: Uint32Array;
};

/** The terms of each kind by key, in the order of code units. */
export type Terms = Readonly<Record<TermKind, readonly TermUse[]>>;

type Use = {
  readonly key: string;
  readonly labels: Spelling[];
  /** Its number, as it is noted of each of its stories. */
  readonly number: number;
  /** How many stories it has, and the last of them. */
  count: number;
  last: number;
};
/** A label as it is written, and the term that it names. */
type Spelling = { readonly label: string; readonly use: Use; count: number };

/** Collects which stories have which terms. */
export class TermIndex {
  readonly #sections: ReadonlyMap<string, string>;
  readonly #kinds: Record<TermKind, KindIndex> = {
    tag: new KindIndex(),
    source: new KindIndex(),
    section: new KindIndex(),
  };

  /** `sections`: their titles by their keys. */
  constructor(sections: ReadonlyMap<string, string>) {
    this.#sections = sections;
  }

  /** `story` is the number under which it is added; numbers ascend. */
  add({ tags, source, section }: Entry, story: number): void {
    const { tag: tagIndex, source: sources, section: sectionIndex } = this.#kinds;
    for (const tag of tags) tagIndex.use(tag, story, termKey);
    if (source !== undefined) sources.use(source, story, termKey);
    if (section === undefined) return;
    sectionIndex.use(section, story, String, this.#sections.get(section) ?? section);
  }

  /** Gives the terms, their stories by rank. */
  arrange(rankOf: Uint32Array): Terms {
    const { tag, source, section } = this.#kinds;
    return {
      tag: tag.arrange(rankOf),
      source: source.arrange(rankOf),
      section: section.arrange(rankOf),
    };
  }
}

/** The terms of one kind. */
class KindIndex {
  readonly #uses = new Map<string, Use>();
  // By the label as it stands: a million stories ask for their terms.
  readonly #spellings = new Map<string, Spelling>();
  /** The term of each use, as they came, and by story where its uses begin. */
  readonly #terms = new NumberColumn(Uint32Array);
  readonly #starts = new NumberColumn(Uint32Array);

  use(written: string, story: number, keyOf: (label: string) => string, label = written.trim()) {
    const spelling = this.#spellings.get(written) ?? this.#add(written, keyOf(written), label);
    const { use } = spelling;
    // Of two labels for one term a story counts once.
    if (use.key === "" || use.last === story) return;
    spelling.count += 1;
    use.count += 1;
    use.last = story;
    while (this.#starts.count <= story) this.#starts.push(this.#terms.count);
    this.#terms.push(use.number);
  }

  arrange(rankOf: Uint32Array): TermUse[] {
    const uses = [...this.#uses.values()];
    const ends = new Uint32Array(uses.length);
    let sum = 0;
    for (const [number, { count }] of uses.entries()) {
      ends[number] = sum;
      sum += count;
    }
    // All terms' stories in one list, one term behind the other.
    const ranks = new Uint32Array(sum);
    let story = 0;
    for (let use = 0; use < this.#terms.count; use++) {
      while (story + 1 < this.#starts.count && this.#starts.at(story + 1) <= use) story += 1;
      const term = this.#terms.at(use);
      const end = ends[term] ?? 0;
      ranks[end] = rankOf[story] ?? 0;
      ends[term] = end + 1;
    }
    return uses
      .filter(({ count }) => count > 0)
      .map(({ key, labels, number, count }) => {
        const end = ends[number] ?? 0;
        const stories = ranks
          .subarray(end - count, end)
          .sort()
          .reverse();
        return { key, label: mostFrequent(labels), stories };
      })
      .sort((a, b) => compareText(a.key, b.key));
  }

  #add(written: string, key: string, label: string): Spelling {
    const use = this.#uses.get(key) ?? newUse(key, this.#uses.size);
    this.#uses.set(key, use);
    const known = use.labels.find((one) => one.label === label);
    const spelling = known ?? { label, use, count: 0 };
    if (!known) use.labels.push(spelling);
    this.#spellings.set(written, spelling);
    return spelling;
  }
}

function newUse(key: string, number: number): Use {
  return { key, labels: [], number, count: 0, last: -1 };
}

/** Says how many terms of each kind there are. */
export function countTerms(terms: Terms): Record<TermKind, number> {
  const counts = { tag: 0, source: 0, section: 0 };
  for (const kind of TERM_KINDS) counts[kind] = terms[kind].length;
  return counts;
}

function mostFrequent(labels: readonly Spelling[]): string {
  let best = "";
  let most = 0;
  for (const { label, count } of labels) {
    if (count < most || (count === most && compareText(label, best) > 0)) continue;
    best = label;
    most = count;
  }
  return best;
}
