import { useQuery, useQueryClient } from "@tanstack/react-query";
import { directoryQuery, manifestQuery } from "#data/edition/edition-queries.ts";
import { termEntryQuery } from "#data/edition/term-query.ts";
import type { TermEntry } from "#model/edition.ts";

/** The edition's most used tags, and whether there is one of a key. */
export function useTags(): {
  readonly most: readonly TermEntry[];
  readonly isTag: (key: string) => Promise<boolean>;
} {
  const client = useQueryClient();
  const { data: manifest } = useQuery(manifestQuery());
  const directory = useQuery({
    ...directoryQuery(manifest?.directories.tag ?? ""),
    enabled: manifest !== undefined,
  });
  return {
    most: directory.data?.top ?? [],
    isTag: async (key) =>
      manifest !== undefined &&
      (await client.fetchQuery(termEntryQuery(manifest, { kind: "tag", key }))) !== null,
  };
}
