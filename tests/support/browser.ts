import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { type Browser, type BrowserContext, chromium } from "playwright-core";
import { installPackage } from "./install-package.ts";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const USUAL_PLACES = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

/**
 * What no test has a use for. Chromium draws its address bar's list of proposals as two pages that it loads with each
 * window: they took more of the processor than the app. The others are what Playwright leaves out; of two such lists the
 * last counts.
 */
const WITHOUT = [
  "WebUIOmniboxPopup",
  "WebUIOmniboxAimPopup",
  "AimEnabled",
  "AvoidCorsURLLoaderRestartOnRedirect",
  "AvoidUnnecessaryBeforeUnloadCheckSync",
  "DestroyProfileOnBrowserClose",
  "HttpsFirstBalancedModeAutoEnable",
  "HttpsUpgrades",
  "LensOverlay",
  "MediaRouter",
  "NetworkTimeServiceQuerying",
  "OptimizationHints",
  "PaintHolding",
  "PreconnectToSearch",
  "ThirdPartyStoragePartitioning",
];

/** What every browser of a test is started with. */
export const BROWSER_ARGUMENTS = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-quic",
  "--no-first-run",
  `--disable-features=${WITHOUT.join(",")}`,
];

/**
 * Finds a Chromium: that of `CHROME_PATH`, Playwright's, the system's; else it installs Debian's where it can.
 *
 * @throws Error that says in one line what to install.
 */
export function findBrowser(): string {
  const wished = process.env.CHROME_PATH;
  if (wished && !existsSync(wished)) {
    throw new Error(`CHROME_PATH names ${wished}, which does not exist. Correct it or unset it.`);
  }
  const found = wished || ownBrowser() || systemBrowser();
  if (found) return found;
  if (installPackage("chromium")) return systemBrowser() ?? noBrowser();
  return noBrowser();
}

/** Starts the browser; it must be closed by who started it. */
export function launchBrowser(executablePath: string): Promise<Browser> {
  return chromium.launch({ executablePath, headless: true, args: BROWSER_ARGUMENTS });
}

/** Starts the browser of a reader, who comes back: what it keeps lies in the folder `profile`. */
export function launchReader(executablePath: string, profile: string): Promise<BrowserContext> {
  return chromium.launchPersistentContext(profile, {
    executablePath,
    headless: true,
    args: BROWSER_ARGUMENTS,
  });
}

function ownBrowser(): string | undefined {
  const path = chromium.executablePath();
  return existsSync(path) ? path : undefined;
}

function systemBrowser(): string | undefined {
  const folders = (process.env.PATH ?? "").split(delimiter);
  const places = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...places, ...USUAL_PLACES].find((place) => existsSync(place));
}

function noBrowser(): never {
  throw new Error(
    "No browser to test in: install Chromium (Debian: apt-get install chromium) or set CHROME_PATH to one.",
  );
}
