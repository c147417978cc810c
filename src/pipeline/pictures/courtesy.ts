import pLimit, { type LimitFunction } from "p-limit";
import { PictureError } from "./picture-error.ts";

const AT_ONCE = 8;
const PER_HOST = 2;
/** A host that was silent so often in a row is asked no more. */
const PATIENCE = 3;
/** So many silent hosts, and none that answered: then it is our own network that is silent. */
const MOST_SILENT = 12;

type Host = {
  readonly inTurn: LimitFunction;
  failures: number;
  /** Why it is asked no more. */
  silent: PictureError | null;
};

/** Asks other people's hosts for something: few at once, each a little later than the one before, none for ever. */
export class Courtesy {
  readonly #pause: () => Promise<unknown>;
  readonly #all = pLimit(AT_ONCE);
  readonly #hosts = new Map<string, Host>();
  #silentHosts = 0;
  #hasAnswer = false;

  /** @param pause between two questions to a host. */
  constructor(pause: () => Promise<unknown>) {
    this.#pause = pause;
  }

  /** Whether any host answered yet; if none does, that says nothing of the hosts. */
  get hasAnswer(): boolean {
    return this.#hasAnswer;
  }

  /**
   * Does what asks a host, when its turn has come.
   *
   * @throws PictureError at once where the host was silent too often.
   */
  ask<T>(name: string, work: () => Promise<T>): Promise<T> {
    const host = this.#hostOf(name);
    return host.inTurn(async () => {
      this.#refuseSilent(host);
      try {
        return await this.#all(() => this.#listen(host, work));
      } finally {
        if (!host.silent) await this.#pause();
      }
    });
  }

  #refuseSilent(host: Host): void {
    if (host.silent) throw host.silent;
    if (this.#hasAnswer || this.#silentHosts < MOST_SILENT) return;
    throw new PictureError("silent", "no host answers: is the network there?");
  }

  async #listen<T>(host: Host, work: () => Promise<T>): Promise<T> {
    // It may have become silent while this one waited for its turn among all.
    this.#refuseSilent(host);
    try {
      const answer = await work();
      this.#note(host);
      return answer;
    } catch (error) {
      if (error instanceof PictureError) this.#note(host, error);
      throw error;
    }
  }

  #note(host: Host, error?: PictureError): void {
    if (error?.kind !== "silent") {
      host.failures = 0;
      this.#hasAnswer ||= error?.kind !== "forbidden";
      return;
    }
    host.failures += 1;
    if (host.failures < PATIENCE || host.silent) return;
    host.silent = error;
    this.#silentHosts += 1;
  }

  #hostOf(name: string): Host {
    const known = this.#hosts.get(name);
    if (known) return known;
    const host: Host = { inTurn: pLimit(PER_HOST), failures: 0, silent: null };
    this.#hosts.set(name, host);
    return host;
  }
}
