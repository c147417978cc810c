import type { Manifest } from "#model/edition.ts";
import { useMessages } from "#ui/messages/messages.tsx";
import messages from "./welcome.messages.json";

/** The edition's title and what it holds. */
export function Welcome({
  manifest: { title, counts },
  today,
}: {
  manifest: Pick<Manifest, "title" | "counts">;
  /** The day in words; null where it is not known yet: its line is kept. */
  today: string | null;
}) {
  const { say } = useMessages(messages);
  return (
    <div className="grid h-full place-items-center px-10">
      <div className="max-w-[26rem] text-center">
        <p className="font-serif text-display leading-tight font-medium tracking-tight text-balance">
          {title}
        </p>
        <p className="mt-3 font-serif text-lead text-soft">{today ?? "\u00a0"}</p>
        <p className="font-serif text-lead text-soft text-balance">
          {say("holds", { stories: counts.stories, tags: counts.terms.tag })}
        </p>
      </div>
    </div>
  );
}
