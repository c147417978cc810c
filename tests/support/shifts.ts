import type { Page } from "playwright-core";

/** Notes what moves on the page by itself, from its next document on. */
export async function watchShifts(page: Page): Promise<() => Promise<readonly string[]>> {
  await page.addInitScript(() => {
    const shifts: string[] = [];
    Reflect.set(window, "shifts", shifts);
    const tell = (node: unknown) => {
      if (node instanceof Element) return node.outerHTML.slice(0, 80);
      return node instanceof Text ? `“${node.data}” in ${node.parentElement?.outerHTML}` : node;
    };
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const sources: readonly { node: unknown }[] = Reflect.get(entry, "sources");
        const moved = sources.map(({ node }) => tell(node));
        shifts.push(`${Reflect.get(entry, "value")}: ${moved.join(" ")}`);
      }
    }).observe({ type: "layout-shift", buffered: true });
  });
  return () => page.evaluate(() => Reflect.get(window, "shifts"));
}

/** A slow network and a slow device, on which letters come before the style sheet that stands behind the first view. */
export async function slowDown(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send("Network.enable");
  await session.send("Network.setCacheDisabled", { cacheDisabled: true });
  await session.send("Network.emulateNetworkConditions", {
    offline: false,
    latency: 150,
    downloadThroughput: 200_000,
    uploadThroughput: 94_000,
  });
  await session.send("Emulation.setCPUThrottlingRate", { rate: 4 });
}
