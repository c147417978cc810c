import { onlineManager, useQuery } from "@tanstack/react-query";
import { EditionError } from "#data/edition/edition-error.ts";
import { articleQuery } from "#data/edition/edition-queries.ts";
import type { Article } from "#model/article.ts";
import type { SavedRecord } from "#model/saved.ts";

/** What the edition says by now of an article that is saved. */
export type EditionState =
  /** It is as it was saved, or nobody could be asked. */
  | { readonly kind: "same" }
  | { readonly kind: "changed"; readonly article: Article; readonly digest: string }
  | { readonly kind: "dropped" }
  | { readonly kind: "expired" };

const SAME: EditionState = { kind: "same" };

/** Asks the edition for an article that is open already; with the network off, and of what was never its own, nothing. */
export function useEditionState({ id, digest, origin }: SavedRecord, now: Date): EditionState {
  const isAsked = origin !== "import" && onlineManager.isOnline();
  const { data, error } = useQuery({ ...articleQuery(id), enabled: isAsked });
  if (error instanceof EditionError && error.kind === "missing") return { kind: "dropped" };
  if (!isAsked || !data) return SAME;
  if (data.expires !== undefined && Date.parse(data.expires) <= now.getTime()) {
    return { kind: "expired" };
  }
  return data.digest === undefined || data.digest === digest
    ? SAME
    : { kind: "changed", article: data, digest: data.digest };
}
