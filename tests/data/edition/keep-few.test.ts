import { QueryClient, QueryObserver } from "@tanstack/react-query";
import { expect, it } from "vitest";
import { keepFew } from "#data/edition/keep-few.ts";

const fileKey = (number: number) => ["file", `data/rows/2026-01/${number}.json`];

function clientWith(count: number): QueryClient {
  const client = new QueryClient();
  for (let number = 0; number < count; number++) {
    client.setQueryData(fileKey(number), number);
    keepFew(client, [fileKey(number)]);
  }
  return client;
}

const numbersIn = (client: QueryClient) =>
  client
    .getQueryCache()
    .getAll()
    .map(({ state }) => state.data);

it("of the files that a list was scrolled through the last ones are held, however many there were", () => {
  const held = numbersIn(clientWith(300));
  expect(held).toHaveLength(40);
  expect(held.at(0)).toBe(260);
});

it("a file that is asked for again stays, and one that is shown is never let go of", () => {
  const client = clientWith(40);
  const stop = new QueryObserver(client, {
    queryKey: fileKey(1),
    queryFn: () => 1,
    staleTime: Number.POSITIVE_INFINITY,
  }).subscribe(() => undefined);
  keepFew(client, [fileKey(0)]);
  for (let number = 40; number < 46; number++) {
    client.setQueryData(fileKey(number), number);
    keepFew(client, [fileKey(number)]);
  }
  const held = numbersIn(client);
  expect(held).toContain(0);
  expect(held).toContain(1);
  expect(held).not.toContain(2);
  stop();
});
