import type { BrowserContext, Page } from "playwright-core";

/** Lets the origin that a page shows have so many bytes: less than it uses means that there is no space for more. */
export async function setQuota(
  context: BrowserContext,
  page: Page,
  quotaSize: number,
): Promise<void> {
  const devtools = await context.newCDPSession(page);
  const { origin } = new URL(page.url());
  await devtools.send("Storage.overrideQuotaForOrigin", { origin, quotaSize });
}

/** How many bytes the origin that a page shows uses. */
export async function usageOf(context: BrowserContext, page: Page): Promise<number> {
  const devtools = await context.newCDPSession(page);
  const { origin } = new URL(page.url());
  const { usage } = await devtools.send("Storage.getUsageAndQuota", { origin });
  return usage;
}
