/** What tells a page of the browser what to do. */
export type Protocol = { send(method: string, params?: object): Promise<unknown> };

/** Slow 4G, and a phone of which this machine's processor is four times as fast. */
const SLOW_4G = { latency: 150, downloadThroughput: 200_000, uploadThroughput: 93_750 };
const CPU_RATE = 4;

/** Slows the page's network down. */
export async function slowNetwork({ protocol }: { protocol: Protocol }): Promise<void> {
  await protocol.send("Network.enable");
  await protocol.send("Network.emulateNetworkConditions", { offline: false, ...SLOW_4G });
}

/** Slows its processor down. */
export async function slowProcessor({ protocol }: { protocol: Protocol }): Promise<void> {
  await protocol.send("Emulation.setCPUThrottlingRate", { rate: CPU_RATE });
}
