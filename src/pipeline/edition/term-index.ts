import { TERM_KINDS, type TermKind, termKey } from "#model/term.ts";
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

type Use = { readonly key: string; readonly labels: Spelling[]; readonly stories: number[] };
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

  use(written: string, story: number, keyOf: (label: string) => string, label = written.trim()) {
    const spelling = this.#spellings.get(written) ?? this.#add(written, keyOf(written), label);
    const { stories } = spelling.use;
    // Of two labels for one term a story counts once.
    if (spelling.use.key === "" || stories.at(-1) === story) return;
    spelling.count += 1;
    stories.push(story);
  }

  arrange(rankOf: Uint32Array): TermUse[] {
    return [...this.#uses.values()]
      .filter(({ stories }) => stories.length > 0)
      .map(({ key, labels, stories }) => ({
        key,
        label: mostFrequent(labels),
        stories: Uint32Array.from(stories, (story) => rankOf[story] ?? 0)
          .sort()
          .reverse(),
      }))
      .sort((a, b) => compareText(a.key, b.key));
  }

  #add(written: string, key: string, label: string): Spelling {
    const use = this.#uses.get(key) ?? { key, labels: [], stories: [] };
    this.#uses.set(key, use);
    const known = use.labels.find((one) => one.label === label);
    const spelling = known ?? { label, use, count: 0 };
    if (!known) use.labels.push(spelling);
    this.#spellings.set(written, spelling);
    return spelling;
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
