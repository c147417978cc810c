import type { QueryClient } from "@tanstack/react-query";
import type { Article } from "#model/article.ts";
import type { Manifest } from "#model/edition.ts";
import type { Term } from "#model/term.ts";
import { carriedLabel } from "./carried.ts";
import { termEntryQuery } from "./term-query.ts";

/**
 * An article as a copy of it is to be kept: it outlives its edition, so it says what it had from there, its language
 * and how its section is called. What is not at hand is taken from `before`, the copy that it replaces.
 */
export function outliving(
  article: Article,
  client: QueryClient,
  manifest: Manifest | undefined,
  before?: Article,
): Article {
  const { section } = article;
  const language = manifest?.language ?? before?.language;
  const sectionName =
    (section && manifest && labelAtHand(client, manifest, { kind: "section", key: section })) ??
    (before?.section === section ? before?.sectionName : undefined);
  return { ...(language && { language }), ...(sectionName && { sectionName }), ...article };
}

/** How a term is written, as far as that is known without asking: nobody who saves a story is to wait for it. */
function labelAtHand(client: QueryClient, manifest: Manifest, term: Term): string | undefined {
  return (
    topLabel(manifest, term) ??
    client.getQueryData(termEntryQuery(manifest, term).queryKey)?.label ??
    carriedLabel(term)
  );
}

/** How a term is written that the manifest names itself. */
export function topLabel(manifest: Manifest | undefined, { kind, key }: Term): string | undefined {
  const terms = kind === "source" ? undefined : manifest?.top?.[kind];
  return terms?.find(([each]) => each === key)?.[1];
}
