/** So many characters are handed to the browser at once, which keeps them where it likes. */
const SLICE = 1_000_000;

export type Slices = ReturnType<typeof createSlices>;

/** A text that grows in slices. */
export function createSlices() {
  const slices: Blob[] = [];
  let text = "";
  return {
    write: (more: string) => {
      text += more;
      if (text.length < SLICE) return;
      slices.push(new Blob([text]));
      text = "";
    },
    blob: (type: string) => new Blob([...slices, text], { type }),
  };
}
