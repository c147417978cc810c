import { expect, it } from "vitest";
import { nameShell } from "#pipeline/command/document/worker.ts";

const WORKER = 'keep("app.html","%SHELL_INTEGRITY%","%SHELL_INTEGRITY%")';

it("names the shell by the digest that browsers check it with", () => {
  const integrity = "sha256-LPJNul+wow4m6DsqxbninhsWHlwfp0JecwQzYpOLmCQ=";
  expect(nameShell(WORKER, "hello")).toBe(`keep("app.html","${integrity}","${integrity}")`);
});

it("makes another worker for another shell", () => {
  expect(nameShell(WORKER, "hello")).not.toBe(nameShell(WORKER, "hello!"));
});
