import { renderHook } from "@testing-library/react";
import { expect, it } from "vitest";
import { article, digestOf, idOf } from "./fakes.ts";

it("a browser that denies everything breaks no import, keeps a copy while the page is open, and says so (C39)", async () => {
  const denied = () => {
    throw new DOMException("The operation is insecure.", "SecurityError");
  };
  for (const name of ["localStorage", "sessionStorage", "indexedDB", "BroadcastChannel"]) {
    Object.defineProperty(window, name, { get: denied, configurable: true });
    Object.defineProperty(globalThis, name, { get: denied, configurable: true });
  }
  const { readMarks, saveArticle, useReadMarks, useSaved } = await import("#data/device/device.ts");
  expect(await saveArticle(article(1), digestOf(1))).toEqual({
    kind: "saved",
    isLocal: false,
    isMirrored: false,
  });
  readMarks.put([[idOf(1), "read"]]);
  expect(renderHook(() => useSaved()).result.current).toMatchObject({
    isKept: false,
    isComplete: true,
    records: [{ id: idOf(1) }],
  });
  expect(renderHook(() => useReadMarks()).result.current).toEqual(new Set([idOf(1)]));
});
