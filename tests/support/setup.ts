import "@testing-library/jest-dom/vitest";
import { CompressionStream, ReadableStream } from "node:stream/web";
import { format, types } from "node:util";
import { cleanup, configure } from "@testing-library/react";
import { afterAll, afterEach, expect, vi } from "vitest";

// A busy machine is no failure: a part of the app that is loaded when it is asked for takes its time.
configure({ asyncUtilTimeout: 15_000 });

// The window of a file is a realm of its own: what jsdom lacks comes from Node, whose errors are errors here too;
// and no wish of a reader's is known.
Object.defineProperty(globalThis, "ReadableStream", { value: ReadableStream, configurable: true });
Object.defineProperty(globalThis, "CompressionStream", {
  value: CompressionStream,
  configurable: true,
});
Object.defineProperty(globalThis, "matchMedia", {
  value: (media: string) => ({ media, matches: false, addEventListener: () => undefined }),
  configurable: true,
  writable: true,
});
Object.defineProperty(Error, Symbol.hasInstance, {
  value(this: unknown, error: unknown) {
    const own = Function.prototype[Symbol.hasInstance].call(this, error);
    return own || (this === Error && types.isNativeError(error));
  },
});

const complaints: string[] = [];

// Plain functions and no spies: a test that expects a complaint puts its own spy in their place.
console.error = (...words: unknown[]) => void complaints.push(`console.error: ${format(...words)}`);
console.warn = (...words: unknown[]) => void complaints.push(`console.warn: ${format(...words)}`);

afterEach(() => {
  cleanup();
  expect(complaints.splice(0), "What the code under test complained of").toEqual([]);
});

// A part of the app that is still being loaded must not outlive its window.
afterAll(() => vi.dynamicImportSettled());
