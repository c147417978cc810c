import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync } from "node:fs";

/** What a run of a program cost. */
export type Cost = {
  readonly seconds: number;
  /** The most memory that it and the programs that it started held; null where the system does not tell. */
  readonly peakMiB: number | null;
  /** What it said on both its outputs. */
  readonly said: string;
};

/** Between two looks at a running program: its peak is kept by the system, so only growth at its very end is missed. */
const LOOK_MS = 25;

/**
 * Runs a program to its end.
 *
 * @throws Error where it fails, with what it said.
 */
export async function runMeasured(
  program: string,
  words: readonly string[],
  cwd: string,
): Promise<Cost> {
  const start = performance.now();
  const child = spawn(program, words, {
    cwd,
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, NO_COLOR: "1" },
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      said += text;
    });
  }
  const peaks = new Map<number, number>();
  const look = () => child.pid !== undefined && notePeaks(child.pid, peaks);
  look();
  const timer = setInterval(look, LOOK_MS);
  try {
    const [code] = await once(child, "close");
    const seconds = (performance.now() - start) / 1000;
    if (code !== 0) throw new Error(`${program} ${words.join(" ")} ended with ${code}:\n${said}`);
    const sum = [...peaks.values()].reduce((total, peak) => total + peak, 0);
    return { seconds, peakMiB: sum > 0 ? sum / 1024 : null, said };
  } finally {
    clearInterval(timer);
  }
}

/** Notes the peaks, in KiB, of a process and of those that it started. */
function notePeaks(pid: number, peaks: Map<number, number>): void {
  const status = read(`/proc/${pid}/status`);
  const [, peak] = /^VmHWM:\s+(\d+) kB$/m.exec(status ?? "") ?? [];
  if (peak === undefined) return;
  peaks.set(pid, Number(peak));
  for (const thread of list(`/proc/${pid}/task`)) {
    const children = read(`/proc/${pid}/task/${thread}/children`) ?? "";
    for (const child of children.split(" ").filter(Boolean)) notePeaks(Number(child), peaks);
  }
}

/** A process may end between two questions about it; a system without /proc answers none. */
function read(path: string): string | null {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return null;
  }
}

function list(path: string): string[] {
  try {
    return readdirSync(path);
  } catch {
    return [];
  }
}

/** The middle one; of an even number the lower of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? Number.NaN;
}
