import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { renderHook } from "@testing-library/react";
import type { ReactNode } from "react";
import { onTestFinished, vi } from "vitest";
import type { StoryOrder } from "#data/edition/use-order.ts";

/** What a request for an address gets instead of the file: an answer, or an error to fail with. */
export type Answer = (address: string) => Response | Promise<Response> | Error | null;

/** Serves a folder as the edition through a stubbed `fetch`, and notes what is asked for. */
export function serve(folder: string) {
  const asked: string[] = [];
  const state: { folder: string; answer: Answer } = { folder, answer: () => null };
  vi.stubGlobal("fetch", async (input: string, init?: RequestInit) => {
    const address = input.replace(/^\//, "");
    asked.push(address);
    init?.signal?.throwIfAborted();
    const answer = state.answer(address);
    if (answer instanceof Error) throw answer;
    if (answer !== null) return answer;
    const path = join(state.folder, address.replace(/\?.*/, ""));
    if (!existsSync(path)) return new Response("Not found", { status: 404 });
    return new Response(readFileSync(path, "utf8"), {
      headers: { "content-type": "application/json" },
    });
  });
  onTestFinished(() => {
    vi.unstubAllGlobals();
  });
  return {
    /** Addresses below the base, in the order of asking. */
    asked,
    /** Lets requests fail or be answered otherwise. */
    answer: (answer: Answer) => {
      state.answer = answer;
    },
  };
}

/** Runs a hook in an app of its own, without waiting between retries. */
export function runHook<P, R>(hook: (props: P) => R, initialProps: P) {
  const client = new QueryClient({ defaultOptions: { queries: { retryDelay: 0 } } });
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={client}>{children}</QueryClientProvider>
  );
  const rendered = renderHook(hook, { initialProps, wrapper });
  onTestFinished(() => {
    rendered.unmount();
    client.clear();
  });
  return { client, ...rendered };
}

/** The order of nothing, for the time before there is one. */
export const emptyOrder: StoryOrder = {
  manifest: {
    v: 1,
    edition: "0000000000000000",
    title: "",
    language: "en",
    timeZone: "UTC",
    counts: { stories: 0, terms: { tag: 0, source: 0, section: 0 } },
    head: "0000000000000000",
    directories: { tag: "", source: "", section: "" },
    months: [],
  },
  total: 0,
  count: 0,
  due: [],
  filter: "",
  isWhole: true,
  order: { total: 0, refAt: () => null, indexOf: () => -1, newerThan: () => 0 },
  pinned: [],
  known: new Map(),
  loadRest: () => {},
};
