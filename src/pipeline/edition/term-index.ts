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

/** What stories say of their terms. */
export type NotedTerms = {
  /** The labels that are written, and the terms that each names. */
  readonly kinds: readonly TermKind[];
  readonly keys: readonly string[];
  readonly labels: readonly string[];
  /** By story, in the order of the arrangement, how many labels it has; and which, one story behind the other. */
  readonly counts: ArrayLike<number>;
  readonly numbers: ArrayLike<number>;
};

type Use = {
  readonly kind: TermKind;
  readonly key: string;
  readonly labels: Spelling[];
  readonly number: number;
  /** The last story that was found to have it. */
  last: number;
};
/** A label as it is written, and the term that it names. */
type Spelling = { readonly label: string; readonly use: Use; readonly number: number };

/** Collects which stories have which terms. */
export class TermIndex {
  readonly #sections: ReadonlyMap<string, string>;
  // Both of all kinds, by their numbers.
  readonly #uses: Use[] = [];
  readonly #spellings: Spelling[] = [];
  readonly #kinds: Record<TermKind, KindIndex> = {
    tag: new KindIndex("tag", this.#uses, this.#spellings),
    source: new KindIndex("source", this.#uses, this.#spellings),
    section: new KindIndex("section", this.#uses, this.#spellings),
  };
  /** By story, the numbers of the spellings of its terms. */
  readonly #stories = new ListColumn();

  /**
   * @param sections their titles by their keys
   * @param former what stories of the edition before have: they are the first ones here
   */
  constructor(sections: ReadonlyMap<string, string>, former: NotedTerms | null = null) {
    this.#sections = sections;
    if (former === null) return;
    for (const [place, kind] of former.kinds.entries()) {
      const [key = "", label = ""] = [former.keys[place], former.labels[place]];
      // A section is written by its key, and its label is its title.
      this.#kinds[kind].find(kind === "section" ? key : label, () => key, label);
    }
    let at = 0;
    for (let story = 0; story < former.counts.length; story++) {
      const numbers: number[] = [];
      for (const end = at + (former.counts[story] ?? 0); at < end; at++) {
        numbers.push(former.numbers[at] ?? 0);
      }
      this.#stories.push(numbers);
    }
  }

  /** Adds the next story; they are numbered as they come. */
  add({ tags, source, section }: Entry): void {
    const story = this.#stories.count;
    const numbers: number[] = [];
    // Of two labels for one term the first one counts.
    const use = ({ use, number }: Spelling) => {
      if (use.key === "" || use.last === story) return;
      use.last = story;
      numbers.push(number);
    };
    const kinds = this.#kinds;
    for (const tag of tags) use(kinds.tag.find(tag, termKey));
    if (source !== undefined) use(kinds.source.find(source, termKey));
    if (section !== undefined) {
      use(kinds.section.find(section, String, this.#sections.get(section) ?? section));
    }
    this.#stories.push(numbers);
  }

  /** Gives the terms; `order` has the stories by their numbers in the arrangement. */
  arrange(order: Uint32Array): Terms {
    const useOf = Uint32Array.from(this.#spellings, ({ use }) => use.number);
    const written = new Uint32Array(this.#spellings.length);
    const ends = new Uint32Array(this.#uses.length + 1);
    for (const story of order) {
      this.#stories.each(story, (spelling) => {
        written[spelling] = (written[spelling] ?? 0) + 1;
        const use = useOf[spelling] ?? 0;
        ends[use + 1] = (ends[use + 1] ?? 0) + 1;
      });
    }
    for (let use = 1; use < ends.length; use++) ends[use] = (ends[use] ?? 0) + (ends[use - 1] ?? 0);
    // All terms' stories in one list, one term behind the other.
    const ranks = new Uint32Array(ends.at(-1) ?? 0);
    const starts = ends.slice();
    for (let rank = order.length - 1; rank >= 0; rank--) {
      this.#stories.each(order[rank] ?? 0, (spelling) => {
        const use = useOf[spelling] ?? 0;
        const end = ends[use] ?? 0;
        ranks[end] = rank;
        ends[use] = end + 1;
      });
    }
    const storiesOf = ({ number }: Use) => ranks.subarray(starts[number], starts[number + 1]);
    const { tag, source, section } = this.#kinds;
    return {
      tag: tag.terms(storiesOf, written),
      source: source.terms(storiesOf, written),
      section: section.terms(storiesOf, written),
    };
  }

  /** What the stories of the arrangement have, in its order. */
  notes(order: Uint32Array): NotedTerms {
    const counts = new Uint32Array(order.length);
    const written: Spelling[] = [];
    const placeOf = new Int32Array(this.#spellings.length).fill(-1);
    let total = 0;
    for (const [rank, story] of order.entries()) {
      this.#stories.each(story, (number) => {
        counts[rank] = (counts[rank] ?? 0) + 1;
        total += 1;
        const spelling = this.#spellings[number];
        // Those of stories that are gone are not noted again.
        if (spelling && placeOf[number] === -1) placeOf[number] = written.push(spelling) - 1;
      });
    }
    const numbers = new Uint32Array(total);
    let end = 0;
    for (const story of order) {
      this.#stories.each(story, (number) => {
        numbers[end] = placeOf[number] ?? 0;
        end += 1;
      });
    }
    return {
      kinds: written.map(({ use }) => use.kind),
      keys: written.map(({ use }) => use.key),
      labels: written.map(({ label }) => label),
      counts: narrow(counts),
      numbers: narrow(numbers),
    };
  }
}

/** Numbers in as few bytes as the largest of them takes. */
function narrow(numbers: Uint32Array): Uint8Array | Uint16Array | Uint32Array {
  const most = numbers.reduce((most, number) => Math.max(most, number), 0);
  if (most < 2 ** 8) return Uint8Array.from(numbers);
  return most < 2 ** 16 ? Uint16Array.from(numbers) : numbers;
}

/** The terms of one kind. */
class KindIndex {
  readonly #kind: TermKind;
  readonly #all: Use[];
  readonly #allSpellings: Spelling[];
  readonly #uses = new Map<string, Use>();
  // By the label as it stands: a million stories ask for their terms.
  readonly #spellings = new Map<string, Spelling>();

  /** `all` and `allSpellings` are those of all kinds, to which new ones are added. */
  constructor(kind: TermKind, all: Use[], allSpellings: Spelling[]) {
    this.#kind = kind;
    this.#all = all;
    this.#allSpellings = allSpellings;
  }

  find(written: string, keyOf: (label: string) => string, label = written.trim()): Spelling {
    return this.#spellings.get(written) ?? this.#add(written, keyOf(written), label);
  }

  terms(storiesOf: (use: Use) => Uint32Array, written: Uint32Array): TermUse[] {
    return [...this.#uses.values()]
      .map((use) => {
        return { key: use.key, label: mostFrequent(use.labels, written), stories: storiesOf(use) };
      })
      .filter(({ stories }) => stories.length > 0)
      .sort((a, b) => compareText(a.key, b.key));
  }

  #add(written: string, key: string, label: string): Spelling {
    const use = this.#uses.get(key) ?? this.#newUse(key);
    const known = use.labels.find((one) => one.label === label);
    const spelling = known ?? { label, use, number: this.#allSpellings.length };
    if (!known) {
      use.labels.push(spelling);
      this.#allSpellings.push(spelling);
    }
    this.#spellings.set(written, spelling);
    return spelling;
  }

  #newUse(key: string): Use {
    const use = { kind: this.#kind, key, labels: [], number: this.#all.length, last: -1 };
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

/** The label that most stories write, of as many the first in the order of code units. */
function mostFrequent(labels: readonly Spelling[], written: Uint32Array): string {
  let best = "";
  let most = 0;
  for (const { label, number } of labels) {
    const count = written[number] ?? 0;
    if (count < most || (count === most && compareText(label, best) > 0)) continue;
    best = label;
    most = count;
  }
  return best;
}
