/**
 * Values on their way between threads, as one text, which is copied whole: to have objects cloned takes both threads
 * longer than to write them and to read them again.
 */
export type Parcel<T> = {
  readonly text: string;
  /** Never there: it only says what is in the text. */
  readonly content?: T;
};

/** Packs values that JSON holds; fields that are undefined do not arrive. */
export function pack<T>(values: T): Parcel<T> {
  return { text: JSON.stringify(values) };
}

export function unpack<T>({ text }: Parcel<T>): T {
  return JSON.parse(text);
}
