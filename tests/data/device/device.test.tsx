import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act, renderHook, waitFor } from "@testing-library/react";
import type { ReactNode } from "react";
import { expect, it } from "vitest";
import {
  readMarks,
  removeUnreadable,
  saveArticle,
  unreadableValues,
  unsaveArticle,
  useIsSaved,
  useReadMarks,
  useSaved,
  useSavedArticle,
  useSettings,
} from "#data/device/device.ts";
import { positions } from "#data/device/reading-places.ts";
import { article, digestOf, idOf } from "./fakes.ts";

const client = new QueryClient();

function Around({ children }: { children: ReactNode }) {
  return <QueryClientProvider client={client}>{children}</QueryClientProvider>;
}

it("a pressed Save shows everywhere, the copy opens, and its undo brings it back", async () => {
  const saved = renderHook(() => useSaved());
  const isSaved = renderHook(() => useIsSaved(idOf(1)));
  const copy = renderHook(
    () => {
      const { data, error } = useSavedArticle(idOf(1));
      return { data, error };
    },
    { wrapper: Around },
  );
  await waitFor(() => expect(copy.result.current.error).toMatchObject({ kind: "absent" }));

  await act(() => saveArticle(article(1), digestOf(1)));
  expect(isSaved.result.current).toBe(true);
  expect(saved.result.current.records).toHaveLength(1);
  expect(saved.result.current.status.get(idOf(1))?.kind).toBe("saved");
  await waitFor(() => expect(copy.result.current.data).toEqual(article(1)));

  const undo = await act(() => unsaveArticle(idOf(1)));
  expect(isSaved.result.current).toBe(false);
  await act(undo);
  expect(isSaved.result.current).toBe(true);
  expect(Object.keys(localStorage)).toContain(`offprint:record:${idOf(1)}`);
});

it("an article is marked read and unread", () => {
  const marks = renderHook(() => useReadMarks());
  act(() => readMarks.put([[idOf(2), "read"]]));
  expect([...marks.result.current]).toEqual([idOf(2)]);
  act(() => readMarks.put([[idOf(2), "none"]]));
  expect(marks.result.current.size).toBe(0);
});

it("a changed setting reaches every place that uses it", () => {
  const one = renderHook(() => useSettings());
  const two = renderHook(() => useSettings());
  act(() => one.result.current[1]({ ...one.result.current[0], theme: "night" }));
  expect(two.result.current[0].theme).toBe("night");
});

it("a value that can't be read is handed out, and goes at the reader's word", async () => {
  const key = `offprint:record:${idOf(7)}`;
  localStorage.setItem(key, "half a rec");
  window.dispatchEvent(new StorageEvent("storage", { key }));
  const saved = renderHook(() => useSaved());
  await waitFor(() => expect(saved.result.current.unreadable).toHaveLength(1));
  expect(unreadableValues()).toEqual(new Map([[key, "half a rec"]]));
  await act(() => removeUnreadable(key));
  expect(saved.result.current.unreadable).toEqual([]);
  expect(localStorage.getItem(key)).toBeNull();
});

it("a reading position is kept", () => {
  positions.set(idOf(3), { block: 4, fraction: 0 });
  expect(positions.get(idOf(3))?.block).toBe(4);
});
