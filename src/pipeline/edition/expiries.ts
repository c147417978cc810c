import { dataAddress } from "#model/address.ts";
import type { Expiries, Manifest } from "#model/edition.ts";
import { compareText } from "./compare-text.ts";
import { digestOf } from "./digest.ts";
import type { Entry } from "./galley.ts";
import type { Staging } from "./staging.ts";

/** So many of the stories that expire soonest are told of: more than expire between two builds, and a small file. */
const MOST = 500;

/** Collects the stories that will expire, those that are not due yet included; of however many, only those that do soonest are kept. */
export class ExpiryCollector {
  #found: { readonly id: string; readonly entry: Expiries[number] }[] = [];

  add({ id, expires, tags, source, section }: Entry): void {
    if (expires === undefined) return;
    const entry = {
      expires,
      tags: [...tags],
      ...(source && { source }),
      ...(section && { section }),
    };
    this.#found.push({ id, entry });
    if (this.#found.length >= 2 * MOST) this.#keepSoonest();
  }

  /** Writes them, and gives what the manifest says of them; undefined where there are none. */
  write(staging: Staging): Manifest["expiries"] {
    this.#keepSoonest();
    const entries = this.#found.map(({ entry }) => entry);
    const [first] = entries;
    if (!first) return undefined;
    const text = JSON.stringify(entries);
    const digest = digestOf(text);
    staging.putNamed(dataAddress.expiries(digest), text);
    return { first: first.expires, digest };
  }

  /** Sorts by id where two expire together, so that the order of reading decides nothing. */
  #keepSoonest(): void {
    this.#found.sort(
      (a, b) => compareText(a.entry.expires, b.entry.expires) || compareText(a.id, b.id),
    );
    this.#found.length = Math.min(this.#found.length, MOST);
  }
}
