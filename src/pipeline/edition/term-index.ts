import { TERM_KINDS, type TermKind, termKey } from "#model/term.ts";
import { ListColumn } from "#pipeline/columns/list-column.ts";
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
  /** The terms of all kinds, by their numbers. */
  readonly #uses: Use[] = [];
  readonly #kinds: Record<TermKind, KindIndex> = {
    tag: new KindIndex(this.#uses),
    source: new KindIndex(this.#uses),
    section: new KindIndex(this.#uses),
  };
  /** By story, the numbers of its terms. */
  readonly #stories = new ListColumn();

  /** `sections`: their titles by their keys. */
  constructor(sections: ReadonlyMap<string, string>) {
    this.#sections = sections;
  }

  /** Adds the next story; they are numbered as they come. */
  add({ tags, source, section }: Entry): void {
    const story = this.#stories.count;
    const terms: number[] = [];
    const use = (spelling: Spelling) => {
      if (isUsed(spelling, story)) terms.push(spelling.use.number);
    };
    const kinds = this.#kinds;
    for (const tag of tags) use(kinds.tag.find(tag, termKey));
    if (source !== undefined) use(kinds.source.find(source, termKey));
    if (section !== undefined) {
      use(kinds.section.find(section, String, this.#sections.get(section) ?? section));
    }
    this.#stories.push(terms);
  }

  /** Gives the terms, their stories by rank. */
  arrange(rankOf: Uint32Array): Terms {
    const ends = new Uint32Array(this.#uses.length);
    let sum = 0;
    for (const { number, count } of this.#uses) {
      ends[number] = sum;
      sum += count;
    }
    // All terms' stories in one list, one term behind the other.
    const ranks = new Uint32Array(sum);
    for (let story = 0; story < this.#stories.count; story++) {
      this.#stories.each(story, (term) => {
        const end = ends[term] ?? 0;
        ranks[end] = rankOf[story] ?? 0;
        ends[term] = end + 1;
      });
    }
    const storiesOf = ({ number, count }: Use) => {
      const end = ends[number] ?? 0;
      return ranks
        .subarray(end - count, end)
        .sort()
        .reverse();
    };
    const { tag, source, section } = this.#kinds;
    return {
      tag: tag.terms(storiesOf),
      source: source.terms(storiesOf),
      section: section.terms(storiesOf),
    };
  }
}

/** Counts a story in, and says whether it is one of the term's now: of two labels for one term it counts once. */
function isUsed(spelling: Spelling, story: number): boolean {
  const { use } = spelling;
  if (use.key === "" || use.last === story) return false;
  spelling.count += 1;
  use.count += 1;
  use.last = story;
  return true;
}

/** The terms of one kind. */
class KindIndex {
  readonly #all: Use[];
  readonly #uses = new Map<string, Use>();
  // By the label as it stands: a million stories ask for their terms.
  readonly #spellings = new Map<string, Spelling>();

  /** `all` are those of all kinds, to which new ones are added. */
  constructor(all: Use[]) {
    this.#all = all;
  }

  find(written: string, keyOf: (label: string) => string, label = written.trim()): Spelling {
    return this.#spellings.get(written) ?? this.#add(written, keyOf(written), label);
  }

  terms(storiesOf: (use: Use) => Uint32Array): TermUse[] {
    return [...this.#uses.values()]
      .filter(({ count }) => count > 0)
      .map((use) => ({ key: use.key, label: mostFrequent(use.labels), stories: storiesOf(use) }))
      .sort((a, b) => compareText(a.key, b.key));
  }

  #add(written: string, key: string, label: string): Spelling {
    const use = this.#uses.get(key) ?? this.#newUse(key);
    const known = use.labels.find((one) => one.label === label);
    const spelling = known ?? { label, use, count: 0 };
    if (!known) use.labels.push(spelling);
    this.#spellings.set(written, spelling);
    return spelling;
  }

  #newUse(key: string): Use {
    const use = { key, labels: [], number: this.#all.length, count: 0, last: -1 };
    this.#all.push(use);
    this.#uses.set(key, use);
    return use;
  }
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
