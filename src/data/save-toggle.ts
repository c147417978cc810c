import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import type { Summary } from "#model/article.ts";
import { isSaved, saveArticle, unsaveArticle } from "./device/device.ts";
import { EditionError } from "./edition/edition-error.ts";
import { articleQuery, manifestQuery } from "./edition/edition-queries.ts";
import { outliving } from "./edition/outliving.ts";

/** What came of a press on Save. */
export type ToggleOutcome =
  /** `isKept` false: only until the page is closed. */
  | { readonly kind: "saved"; readonly isKept: boolean }
  | { readonly kind: "unsaved"; readonly undo: () => void }
  /** `reason` is the kind of what failed, where it has one, or else its words. */
  | { readonly kind: "failed"; readonly reason: string };

type Target = Pick<Summary, "id" | "digest">;

/**
 * Gives the function that saves a story, fetching its text where that is not at hand, or takes it out again; what came
 * of it is told to `onOutcome`.
 */
export function useSaveToggle(onOutcome: (outcome: ToggleOutcome) => void) {
  const client = useQueryClient();
  return useCallback(
    (story: Target) => {
      const deed = isSaved(story.id) ? takeOut(story.id) : save(client, story);
      void deed.catch(failed).then(onOutcome);
    },
    [onOutcome, client],
  );
}

async function save(client: QueryClient, { id, digest }: Target): Promise<ToggleOutcome> {
  const [article, manifest] = await Promise.all([
    client.ensureQueryData(articleQuery(id, digest)),
    client.ensureQueryData(manifestQuery()),
  ]);
  const result = await saveArticle(outliving(article, client, manifest), digest);
  return result.kind === "saved"
    ? { kind: "saved", isKept: result.isLocal || result.isMirrored }
    : { kind: "failed", reason: result.reason };
}

async function takeOut(id: string): Promise<ToggleOutcome> {
  const undo = await unsaveArticle(id);
  return { kind: "unsaved", undo: () => void undo() };
}

function failed(error: unknown): ToggleOutcome {
  if (error instanceof EditionError) return { kind: "failed", reason: error.kind };
  return { kind: "failed", reason: error instanceof Error ? error.message : String(error) };
}
