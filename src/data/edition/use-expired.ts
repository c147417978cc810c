import { useQuery } from "@tanstack/react-query";
import type { Expiries, Manifest } from "#model/edition.ts";
import { expiriesQuery } from "./edition-queries.ts";

/** What of the listed stories has expired since the edition was made; nothing while that is not known. */
export function useExpired(manifest: Manifest | undefined, now: Date): Expiries {
  const isPast = (instant: string) => Date.parse(instant) <= now.getTime();
  const named = manifest?.expiries;
  const { data } = useQuery({
    ...expiriesQuery(named?.digest ?? ""),
    enabled: named !== undefined && isPast(named.first),
  });
  return data?.filter(({ expires }) => isPast(expires)) ?? [];
}
