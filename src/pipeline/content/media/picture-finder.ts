import { mayBeFetched } from "#model/remote-picture.ts";
import { removeTracking } from "#model/tracking.ts";
import type { Making } from "#pipeline/content/make-story.ts";
import type { Answers, Question } from "#pipeline/content/site/questions.ts";
import type { Remark } from "#pipeline/report.ts";
import type { LocalPicture, Resource } from "#pipeline/story.ts";

/** Pictures of dots; a drawing of the edition's own is small, and sharp in every size. */
const OF_DOTS = /\.(?:png|jpe?g|gif|webp|avif)$/i;

/** Asks for the pictures of one article, and notes what it uses of them and what can't be had. */
export class PictureFinder {
  readonly #link: string | undefined;
  readonly #base: string;
  readonly #answers: Answers;
  readonly #own: ReadonlyMap<string, Resource>;
  /** By each of the addresses at which a picture could have been had. */
  readonly #found = new Map<string, LocalPicture>();
  readonly #faults = new Map<string, string>();
  /** Not had, or not known yet: what may be the same picture waits, so that it is not asked for twice. */
  readonly #pending = new Set<string>();

  constructor({ article, resources }: Making, base: string, answers: Answers) {
    this.#link = article.link;
    this.#base = base;
    this.#answers = answers;
    this.#own = new Map(resources.map((resource) => [resource.to, resource]));
  }

  /** All files of what was found. */
  get made(): Resource[] {
    return [...new Set(this.#found.values())].flatMap(({ sizes, square }) => [...sizes, square]);
  }

  /** What is to be said of those that can't be had. */
  get remarks(): Remark[] {
    return [...this.#faults].map(([picture, message]) => ({ line: 1, message, picture }));
  }

  /** Finds a picture that may be had at any of some addresses; null where it can't be, or is not known yet. */
  find(addresses: readonly string[]): LocalPicture | null {
    const questions = addresses
      .map((address) => this.#question(address))
      .filter((question) => question !== null);
    const texts = questions.map(({ text }) => text);
    const known = texts.map((text) => this.#found.get(text)).find((found) => found !== undefined);
    if (known || texts.some((text) => this.#pending.has(text))) return known ?? null;
    const picture = this.#ask(questions);
    for (const text of texts) {
      if (picture) this.#found.set(text, picture);
      else this.#pending.add(text);
    }
    return picture;
  }

  /** Asks until a picture is found; null where none is, or where an answer is not known yet. */
  #ask(questions: readonly Question[]): LocalPicture | null {
    const faults: [address: string, words: string][] = [];
    for (const question of questions) {
      const answer = this.#answers(question);
      if (answer === null) return null;
      if (answer.picture) return answer.picture;
      faults.push([this.#named(question), answer.fault ?? "it was not looked for"]);
    }
    const [first] = faults;
    if (first) this.#faults.set(...first);
    return null;
  }

  /** How a picture is asked for; null for one that is nowhere, or that the app would not show. */
  #question(address: string): Question | null {
    const own = this.#own.get(this.#below(address));
    if (own) return OF_DOTS.test(own.to) ? { kind: "own picture", text: own.from } : null;
    if (!URL.canParse(address, this.#link)) return null;
    const url = new URL(address, this.#link);
    if (!/^https?:$/.test(url.protocol) || !mayBeFetched(url)) return null;
    url.username = "";
    url.password = "";
    url.hash = "";
    removeTracking(url);
    return { kind: "picture", text: url.href };
  }

  /** An address of the edition's own as it is below the base: in a text it stands with it, in a summary without. */
  #below(address: string): string {
    return address.startsWith(this.#base) ? address.slice(this.#base.length) : address;
  }

  #named({ kind, text }: Question): string {
    if (kind === "picture") return text;
    const own = [...this.#own.values()].find(({ from }) => from === text);
    return own ? own.to.replace(/^.*\//, "") : text;
  }
}
