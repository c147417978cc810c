import { useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import type { Summary } from "#model/article.ts";
import { articleQuery } from "./edition-queries.ts";

/** Why a story may be opened next: somebody is about to, or it is the one that most do. */
export type Prospect = "meant" | "likely";

/** Gives the function that fetches a story ahead of its being opened, as far as the connection allows. */
export function useAhead(): (story: Pick<Summary, "id" | "digest">, prospect: Prospect) => void {
  const client = useQueryClient();
  return useCallback(
    ({ id, digest }, prospect) => {
      if (mayFetch(prospect, navigator)) void client.prefetchQuery(articleQuery(id, digest));
    },
    [client],
  );
}

/**
 * Says whether something may be fetched on a prospect: nothing where the reader saves data, and only what is meant where
 * the connection is slow, or the browser does not tell.
 */
export function mayFetch(prospect: Prospect, navigator: object): boolean {
  // Not in the DOM's types, since Chromium alone has it.
  const connection: unknown = Reflect.get(navigator, "connection");
  if (typeof connection !== "object" || connection === null) return prospect === "meant";
  if (Reflect.get(connection, "saveData") === true) return false;
  return prospect === "meant" || Reflect.get(connection, "effectiveType") === "4g";
}
