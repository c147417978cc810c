import type { Visit } from "./visit.ts";

/** Slow 4G, and a phone of which this machine's processor is four times as fast. */
const SLOW_4G = { latency: 150, downloadThroughput: 200_000, uploadThroughput: 93_750 };
const CPU_RATE = 4;

/** Slows the page's network down. */
export async function slowNetwork({ protocol }: Visit): Promise<void> {
  await protocol.send("Network.enable");
  await protocol.send("Network.emulateNetworkConditions", { offline: false, ...SLOW_4G });
}

/** Slows its processor down. */
export async function slowProcessor({ protocol }: Visit): Promise<void> {
  await protocol.send("Emulation.setCPUThrottlingRate", { rate: CPU_RATE });
}
