import type { Manifest } from "#model/edition.ts";

function inWords(count: number, one: string, many: string): string {
  return `${count.toLocaleString("en-GB")} ${count === 1 ? one : many}`;
}

/** The edition's title and what it holds. */
export function Welcome({
  manifest: { title, counts },
  today,
}: {
  manifest: Pick<Manifest, "title" | "counts">;
  /** The day in words; null where it is not known yet: its line is kept. */
  today: string | null;
}) {
  return (
    <div className="grid h-full place-items-center px-10">
      <div className="max-w-[26rem] text-center">
        <p className="font-serif text-display leading-tight font-medium tracking-tight text-balance">
          {title}
        </p>
        <p className="mt-3 font-serif text-lead text-soft">{today ?? "\u00a0"}</p>
        <p className="font-serif text-lead text-soft text-balance">
          {inWords(counts.stories, "story", "stories")}
          {counts.terms.tag === 0 ? "" : ` on ${inWords(counts.terms.tag, "subject", "subjects")}`}:
          choose one from the list.
        </p>
      </div>
    </div>
  );
}
