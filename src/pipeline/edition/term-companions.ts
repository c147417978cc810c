import type { TermStories } from "#model/edition.ts";
import { TERM_KINDS, type TermKind } from "#model/term.ts";
import type { Arrangement } from "./story-index.ts";
import type { TermUse } from "./term-index.ts";

type Beside = NonNullable<TermStories["beside"]>;

const BITS = 32;

/** What terms share with the most frequent ones. */
export type Companions = {
  /**
   * How many stories a term shares with each frequent one; those with which it shares none are left out. Kinds come in
   * their order, keys in that of code units.
   */
  readonly of: (kind: TermKind, term: TermUse) => Beside;
  /** True: the frequent terms are those of the edition before. */
  readonly areAsBefore: boolean;
};

type Frequent = { readonly kind: TermKind; readonly key: string; readonly stories: Uint32Array };

/** Finds what terms share with those that have more than `most` stories. */
export function companionsOf(
  { count, terms, former }: Pick<Arrangement, "count" | "terms" | "former">,
  most: number,
): Companions {
  const frequent = TERM_KINDS.flatMap((kind) =>
    terms[kind]
      .filter(({ stories }) => stories.length > most)
      .map(({ key, stories }): Frequent => ({ kind, key, stories })),
  );
  const words = Math.ceil(frequent.length / BITS);
  let marks: Uint32Array | null = null;
  return {
    of: (kind, { key, stories }) => {
      marks ??= markStories(frequent, words, count);
      const shared = new Uint32Array(frequent.length);
      for (const story of stories) countMarks(marks, story * words, words, shared);
      return frequent.flatMap((other, at): Beside => {
        const many = shared[at] ?? 0;
        const isItself = other.kind === kind && other.key === key;
        return many === 0 || isItself ? [] : [[other.kind, other.key, many]];
      });
    },
    areAsBefore:
      former !== null &&
      former.countAbove(most) === frequent.length &&
      frequent.every(({ kind, key }) => (former.term(kind, key)?.[2] ?? 0) > most),
  };
}

/** Sets a bit of each story for each frequent term that it has. */
function markStories(frequent: readonly Frequent[], words: number, count: number): Uint32Array {
  const marks = new Uint32Array(count * words);
  for (const [at, { stories }] of frequent.entries()) {
    const word = Math.floor(at / BITS);
    for (const story of stories) {
      const place = story * words + word;
      marks[place] = (marks[place] ?? 0) | (1 << (at % BITS));
    }
  }
  return marks;
}

/** Adds one to the number of each mark that is set. */
function countMarks(marks: Uint32Array, from: number, words: number, counts: Uint32Array): void {
  for (let word = 0; word < words; word++) {
    for (let rest = marks[from + word] ?? 0; rest !== 0; rest &= rest - 1) {
      const at = word * BITS + BITS - 1 - Math.clz32(rest & -rest);
      counts[at] = (counts[at] ?? 0) + 1;
    }
  }
}
