import type { PublishedFile } from "#pipeline/content/media/resources.ts";
import type { LocalPicture } from "#pipeline/story.ts";

/**
 * What an article asks about the rest of the content folder: which article a `ref` means, where a path leads, a file; and
 * what became of a picture that is made the edition's own, named by its address or by its file's path.
 */
export type Question = {
  readonly kind: "reference" | "inside" | "file" | "picture" | "own picture";
  readonly text: string;
};

/** What there is: an article's id, a list of the edition (as its address below the base), a file; nothing for none. */
export type Answer = {
  readonly article?: string;
  readonly list?: string;
  readonly file?: PublishedFile;
  readonly picture?: LocalPicture;
  /** A sentence about a file that is there and can't be published; a few words about a picture that stays what it is. */
  readonly fault?: string;
};

/** A question that was asked, and what was answered. */
export type Heard = { readonly question: Question; readonly answer: Answer };

/** Answers questions; null for what is not known yet, and must be asked for. */
export type Answers = (question: Question) => Answer | null;

/** Finds the answers to some questions, in their order. */
export type Ask = (questions: readonly Question[]) => Promise<readonly Answer[]>;

/**
 * Makes something that depends on answers, again and again until none is missing. All that one file's article takes from
 * other files, other than its kin, passes through here.
 */
export async function makeAsking<T>(
  make: (answers: Answers) => T,
  now: Answers,
  ask: Ask,
): Promise<T> {
  const known = new Map<string, Answer>();
  for (;;) {
    const missing = new Map<string, Question>();
    const made = make((question) => {
      const key = `${question.kind} ${question.text}`;
      const answer = known.get(key) ?? now(question);
      if (answer === null) missing.set(key, question);
      return answer;
    });
    if (missing.size === 0) return made;
    const keys = [...missing.keys()];
    const found = await ask([...missing.values()]);
    for (const [index, key] of keys.entries()) known.set(key, found[index] ?? {});
  }
}
