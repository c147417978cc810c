/** One line of a table: what was measured, a figure for each size, the bound and whether it holds. */
export type Line = {
  readonly what: string;
  /** By number of stories; a size at which it was not measured is missing. */
  readonly figures: ReadonlyMap<number, Figure>;
};

/** One figure; the bound, if there is one, as the figure is printed. */
export type Figure = {
  readonly text: string;
  readonly bound?: string | undefined;
  readonly holds?: boolean | undefined;
};

/** Writes lines as a Markdown table with a column for each size. */
export function tableOf(lines: readonly Line[], sizes: readonly number[]): string {
  const head = ["", ...sizes.map((size) => size.toLocaleString("en-GB")), "bound", "holds"];
  const rows = lines.map((line) => {
    const figures = sizes.map((size) => line.figures.get(size));
    return [
      line.what,
      ...figures.map((figure) => figure?.text ?? ""),
      unique(figures.map((figure) => figure?.bound)),
      verdict(figures),
    ];
  });
  const rule = head.map((_, at) => (at === 0 ? "---" : "---:"));
  return [head, rule, ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

/** Puts lines of several sizes together: those that measure the same become one. */
export function mergeLines(lines: readonly Line[]): Line[] {
  const merged = new Map<string, Map<number, Figure>>();
  for (const { what, figures } of lines) {
    merged.set(what, new Map([...(merged.get(what) ?? []), ...figures]));
  }
  return [...merged].map(([what, figures]) => ({ what, figures }));
}

/** A line with a figure of a single size. */
export function lineOf(what: string, size: number, figure: Figure): Line {
  return { what, figures: new Map([[size, figure]]) };
}

function unique(bounds: readonly (string | undefined)[]): string {
  return [...new Set(bounds.filter((bound) => bound !== undefined))].join(" / ");
}

function verdict(figures: readonly (Figure | undefined)[]): string {
  const said = figures.flatMap((figure) => (figure?.holds === undefined ? [] : [figure.holds]));
  const words = said.map((holds) => (holds ? "yes" : "**no**"));
  return new Set(words).size === 1 ? (words[0] ?? "") : words.join(" / ");
}

/** Bytes as kB of 1,000. */
export function kB(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}

/** A figure of bytes that may be at most a number of kB. */
export function atMostKB(bytes: number, most?: number): Figure {
  if (most === undefined) return { text: kB(bytes) };
  return { text: kB(bytes), bound: `≤ ${most} kB`, holds: bytes <= most * 1000 };
}

/** A figure of milliseconds that may be at most so many. */
export function atMostMs(ms: number, most?: number): Figure {
  const text = `${Math.round(ms).toLocaleString("en-GB")} ms`;
  return most === undefined ? { text } : { text, bound: `≤ ${most} ms`, holds: ms <= most };
}
