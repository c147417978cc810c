import type { QueryClient } from "@tanstack/react-query";
import { fetchManifest, fileQuery, monthQuery, rowsQuery } from "#data/edition/edition-queries.ts";
import { termPlacesQuery } from "#data/edition/term-query.ts";
import { dataAddress } from "#model/address.ts";
import { type Month, parseSizes, type Sizes } from "#model/edition.ts";
import {
  type Candidate,
  candidatesOf,
  type KeepChoice,
  type SizedStory,
} from "#model/keep-offline.ts";
import type { Places } from "#model/order.ts";

const sizesQuery = (month: string, digest: string) =>
  fileQuery(dataAddress.sizes(month, digest), parseSizes);

/**
 * Finds the stories that a choice means in the edition as it is now, with their sizes. What is asked for here, rows
 * and places, is also what the lists need to show them with the network off.
 *
 * @throws EditionError
 */
export async function findStories(client: QueryClient, choice: KeepChoice): Promise<SizedStory[]> {
  const manifest = await fetchManifest(client);
  const places = new Map<string, Places>();
  for (const tag of choice.tags) {
    places.set(tag, await client.fetchQuery(termPlacesQuery(manifest, { kind: "tag", key: tag })));
  }
  const digestOf = (name: string) => manifest.months.find(([month]) => month === name)?.[2];
  const monthOf = async (name: string): Promise<Month | null> => {
    const digest = digestOf(name);
    return digest === undefined ? null : client.fetchQuery(monthQuery(name, digest));
  };
  const sizesOf = async (name: string): Promise<Sizes> => {
    const digest = digestOf(name);
    return digest === undefined ? [] : client.fetchQuery(sizesQuery(name, digest));
  };
  const firstMonth = await monthOf(choice.unreadSince?.slice(0, 7) ?? "");
  const placesOf = (tag: string) => places.get(tag) ?? new Map();
  const candidates = candidatesOf(choice, { months: manifest.months, placesOf, firstMonth });
  return sized(client, candidates, monthOf, sizesOf);
}

/** One file after another: nobody waits for more than the first, and the reader's own requests go before. */
async function sized(
  client: QueryClient,
  candidates: readonly Candidate[],
  monthOf: (name: string) => Promise<Month | null>,
  sizesOf: (month: string) => Promise<Sizes>,
): Promise<SizedStory[]> {
  const stories: SizedStory[] = [];
  for (const { month, place, isForUnread } of candidates) {
    const chunks = (await monthOf(month))?.chunks ?? [];
    const chunk = chunks.find(([first, count]) => place >= first && place < first + count);
    if (!chunk) continue;
    const [first, , digest] = chunk;
    const [rows, sizes] = await Promise.all([
      client.fetchQuery(rowsQuery(month, digest)),
      sizesOf(month),
    ]);
    const story = rows[place - first];
    const size = sizes[place];
    if (story && size) stories.push({ story, size, isForUnread });
  }
  return stories;
}
