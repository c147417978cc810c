import type { Dispatcher } from "undici";
import type { LocalPicture } from "#pipeline/story.ts";
import { askForPicture, type Validators } from "./ask-picture.ts";
import { Courtesy } from "./courtesy.ts";
import type { Finding, PictureCache } from "./picture-cache.ts";
import { PictureError } from "./picture-error.ts";
import type { PictureMaker } from "./picture-maker.ts";

const HOUR_MS = 60 * 60 * 1000;
/** So long a picture is taken to be what it was. */
const FRESH_MS = 7 * 24 * HOUR_MS;
/** So long nobody asks again for what could not be had. */
const FORGOTTEN_MS: Record<PictureError["kind"], number> = {
  silent: HOUR_MS,
  forbidden: 24 * HOUR_MS,
  refused: 24 * HOUR_MS,
  unusable: FRESH_MS,
};

/** What was found at an address before, and is still in the cache. */
type Known = { readonly finding: Finding; readonly picture: LocalPicture };

/** Other hosts' pictures: asked for where nothing, or nothing new enough, is known of them. */
export class FarPictures {
  readonly #cache: PictureCache;
  readonly #maker: PictureMaker;
  readonly #dispatcher: Dispatcher;
  /** In milliseconds since 1970. */
  readonly #now: number;
  readonly #courtesy: Courtesy;
  /** What is to be remembered of hosts that were silent, unless all were. */
  readonly #silent: Finding[] = [];

  /** @param pause between two questions to one host. */
  constructor(
    cache: PictureCache,
    maker: PictureMaker,
    dispatcher: Dispatcher,
    now: number,
    pause: () => Promise<unknown>,
  ) {
    this.#cache = cache;
    this.#maker = maker;
    this.#dispatcher = dispatcher;
    this.#now = now;
    this.#courtesy = new Courtesy(pause);
  }

  /** @throws PictureError where it can't be had, and never was. */
  async find(address: string): Promise<LocalPicture> {
    const finding = await this.#cache.finding(address);
    this.#refuseForgotten(finding);
    const known = await this.#knownOf(finding);
    if (known && this.#now - known.finding.asked < FRESH_MS) return known.picture;
    try {
      return await this.#fetch(address, known);
    } catch (error) {
      if (!(error instanceof PictureError)) throw error;
      if (known) return this.#keepOn(known);
      await this.#noteFault(address, error);
      throw error;
    }
  }

  /** Ends the run: only where some host answered it is the silent ones' fault that they did not. */
  async end(): Promise<void> {
    if (!this.#courtesy.hasAnswer) return;
    for (const finding of this.#silent) await this.#cache.note(finding);
  }

  #refuseForgotten(finding: Finding | null): void {
    const { fault } = finding ?? {};
    if (fault && this.#now < fault.until) throw new PictureError("refused", fault.words);
  }

  async #knownOf(finding: Finding | null): Promise<Known | null> {
    if (finding?.digest === undefined) return null;
    const picture = await this.#maker.kept(finding.digest);
    return picture && { finding, picture };
  }

  #fetch(address: string, known: Known | null): Promise<LocalPicture> {
    const validators = known ? validatorsIn(known.finding) : {};
    // What is fetched is made before the next is asked for: else pictures would pile up in memory.
    return this.#courtesy.ask(new URL(address).hostname, async () => {
      const answered = await askForPicture(address, validators, this.#dispatcher);
      if (!answered.isSame) {
        const { picture, digest } = await this.#maker.make(answered.bytes);
        await this.#cache.note({ address, asked: this.#now, digest, ...answered.validators });
        return picture;
      }
      if (!known) throw new PictureError("refused", "its host sends nothing");
      return this.#keepOn(known);
    });
  }

  /** What was had once stays, whatever became of it there; and it is not asked for at every build. */
  async #keepOn({ finding, picture }: Known): Promise<LocalPicture> {
    await this.#cache.note({ ...finding, asked: this.#now });
    return picture;
  }

  async #noteFault(address: string, { kind, message }: PictureError): Promise<void> {
    const until = this.#now + FORGOTTEN_MS[kind];
    const finding: Finding = { address, asked: this.#now, fault: { words: message, until } };
    if (kind === "silent") this.#silent.push(finding);
    else await this.#cache.note(finding);
  }
}

function validatorsIn({ etag, modified }: Finding): Validators {
  return { ...(etag && { etag }), ...(modified && { modified }) };
}
