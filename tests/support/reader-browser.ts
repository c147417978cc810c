import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BrowserContext, chromium, type Page } from "playwright-core";
import { onTestFinished } from "vitest";
import { BROWSER_ARGUMENTS } from "./browser.ts";
import { failOnViolations } from "./page.ts";

/** A browser that can be killed as a phone short of memory kills it: without a word. */
export type ReaderBrowser = {
  readonly context: BrowserContext;
  readonly page: Page;
  /** Hosts that were asked for anything, and are not the edition's. */
  readonly strangers: readonly string[];
  readonly kill: () => Promise<void>;
};

/** An empty folder for a profile, which goes with the test. */
export function profileFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "offprint-reader-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  return folder;
}

/** Starts a browser on a profile. */
export async function startReader(
  program: string,
  profile: string,
  home: string,
): Promise<ReaderBrowser> {
  const child = spawn(
    program,
    [
      ...BROWSER_ARGUMENTS,
      `--user-data-dir=${profile}`,
      "--remote-debugging-port=0",
      "about:blank",
    ],
    { stdio: ["ignore", "ignore", "pipe"], detached: true },
  );
  onTestFinished(() => killGroup(child));
  const browser = await chromium.connectOverCDP(await addressOf(child));
  const [context] = browser.contexts();
  if (!context) throw new Error("The browser has no profile.");
  await failOnViolations(context);
  const strangers: string[] = [];
  const { host } = new URL(home);
  context.on("request", (request) => {
    const asked = new URL(request.url());
    if (/^https?:$/.test(asked.protocol) && asked.host !== host) strangers.push(asked.host);
  });
  const page = context.pages()[0] ?? (await context.newPage());
  page.setDefaultTimeout(15_000);
  return { context, page, strangers, kill: () => killGroup(child) };
}

/** The browser says where it listens. */
async function addressOf(child: ChildProcess): Promise<string> {
  let said = "";
  for await (const part of child.stderr ?? []) {
    said += String(part);
    const address = /ws:\/\/\S+/.exec(said)?.[0];
    if (address) return address;
  }
  throw new Error(`The browser did not start.\n${said}`);
}

/** Ends the browser with all its processes at once, as SIGKILL does. */
async function killGroup(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, "exit");
  process.kill(-child.pid, "SIGKILL");
  await ended;
}
