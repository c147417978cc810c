/** Makes names for the files of stories: readable, safe on every system, each once. */
export function createFileNames(): (title: string, ending: string) => string {
  const used = new Set<string>();
  return (title, ending) => {
    const base = plainName(title);
    let name = `${base}.${ending}`;
    for (let count = 2; used.has(name.toLowerCase()); count++) name = `${base}-${count}.${ending}`;
    used.add(name.toLowerCase());
    return name;
  };
}

/** Names that no file can have on Windows. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i;

function plainName(title: string): string {
  const words = title
    .normalize("NFC")
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, "-")
    .replace(/^-+|-+$/g, "");
  const name = Array.from(words).slice(0, 60).join("").replace(/-+$/, "");
  return name === "" || DEVICE.test(name) ? `story-${name}`.replace(/-$/, "") : name;
}
