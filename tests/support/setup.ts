import "@testing-library/jest-dom/vitest";
import { format } from "node:util";
import { cleanup, configure } from "@testing-library/react";
import { afterAll, afterEach, expect, vi } from "vitest";

// A busy machine is no failure: a part of the app that is loaded when it is asked for takes its time.
configure({ asyncUtilTimeout: 15_000 });

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
