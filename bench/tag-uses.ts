import type { Corpus } from "./corpus.ts";

/** Which stories of a corpus have which tags, found by looking at each: what the edition's counts must agree with. */
export class TagUses {
  readonly #stories = new Map<string, Set<number>>();
  readonly #labels: readonly string[];

  constructor(corpus: Corpus) {
    for (let index = 0; index < corpus.count; index++) {
      for (const tag of corpus.factsOf(index).tags) {
        const stories = this.#stories.get(tag) ?? new Set();
        this.#stories.set(tag, stories.add(index));
      }
    }
    const uses = [...this.#stories].sort(([, a], [, b]) => b.size - a.size);
    this.#labels = uses.map(([label]) => label);
  }

  /** The tag that so large a share of the tags is used more often than. */
  labelAt(share: number): string {
    return this.#labels[Math.round(share * (this.#labels.length - 1))] ?? "";
  }

  /** The most used tags. */
  popular(count: number): readonly string[] {
    return this.#labels.slice(0, count);
  }

  /** How many stories have all of some tags and none of others. */
  countOf(include: readonly string[], exclude: readonly string[]): number {
    const of = (label: string) => this.#stories.get(label) ?? new Set<number>();
    const [first, ...others] = include;
    if (first === undefined) return 0;
    return [...of(first)].filter(
      (story) =>
        others.every((label) => of(label).has(story)) &&
        !exclude.some((label) => of(label).has(story)),
    ).length;
  }
}
