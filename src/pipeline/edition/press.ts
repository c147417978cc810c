import { dataAddress } from "#model/address.ts";
import { digestOf } from "./digest.ts";
import type { DocumentMaker } from "./document-maker.ts";
import { documentFile } from "./file-set.ts";
import { type Entry, type Galley, withDigest } from "./galley.ts";
import type { Place, Placed } from "./place.ts";
import { picturesIn } from "./story-sizes.ts";
import type { Stretch, SummarySpill } from "./summary-spill.ts";

/** What is left of an article that was written: all that the lists need, in a form that a thread can give another. */
export type Pressed = {
  readonly entry: Entry;
  /** Of its JSON. */
  readonly digest: string;
  readonly article: Placed;
  /** Null where it has none. */
  readonly document: Placed | null;
  readonly summary: Stretch;
  /** How many bytes its file has. */
  readonly bytes: number;
  /** The edition's own pictures in it. */
  readonly pictures: readonly string[];
};

/** Writes articles and their documents; it knows of no other article, so each thread may have one. */
export class Press {
  readonly #place: Place;
  readonly #spill: SummarySpill;
  readonly #documents: Pick<DocumentMaker, "article"> | null;

  /** `documents` is null where articles have none. */
  constructor(place: Place, spill: SummarySpill, documents: Pick<DocumentMaker, "article"> | null) {
    this.#place = place;
    this.#spill = spill;
    this.#documents = documents;
  }

  /** `kin` is the JSON that belongs behind the galley. */
  print({ article, summary, entry }: Galley, kin: string): Pressed {
    const text = article + kin;
    const digest = digestOf(text);
    const published = withDigest(text.slice(0, -1), digest);
    return {
      entry,
      digest,
      article: this.#place.put(dataAddress.articleFile(entry.id), published),
      document: this.#printDocument(entry.id, published, digest),
      summary: this.#spill.append(withDigest(summary, digest)),
      bytes: Buffer.byteLength(published),
      pictures: picturesIn(published),
    };
  }

  #printDocument(id: string, published: string, digest: string): Placed | null {
    if (this.#documents === null) return null;
    // What was set of an article needs no look at its form.
    const pieces = this.#documents.article(JSON.parse(published), { digest });
    return pieces === null ? null : this.#place.putPieces(documentFile(id), pieces);
  }
}
