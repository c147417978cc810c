import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync } from "node:fs";

/** What a run of a program cost. */
export type Cost = {
  readonly seconds: number;
  /** How long processors worked for it, its children included: steadier than the clock where others work beside it. */
  readonly cpuSeconds: number | null;
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
  const uses: Uses = new Map();
  const look = () => child.pid !== undefined && noteUse(child.pid, uses);
  look();
  const timer = setInterval(look, LOOK_MS);
  try {
    const [code] = await once(child, "close");
    const seconds = (performance.now() - start) / 1000;
    if (code !== 0) throw new Error(`${program} ${words.join(" ")} ended with ${code}:\n${said}`);
    return { seconds, said, ...sumOf(uses) };
  } finally {
    clearInterval(timer);
  }
}

/** What each process took: its peak in KiB, and its processors' time in ticks. */
type Uses = Map<number, { readonly peak: number; readonly ticks: number }>;

/** Linux counts processors' time in hundredths of a second, for every program (`USER_HZ`). */
const TICKS_IN_A_SECOND = 100;

function sumOf(uses: Uses): Pick<Cost, "cpuSeconds" | "peakMiB"> {
  if (uses.size === 0) return { cpuSeconds: null, peakMiB: null };
  const sum = (of: "peak" | "ticks") =>
    [...uses.values()].reduce((total, use) => total + use[of], 0);
  return { cpuSeconds: sum("ticks") / TICKS_IN_A_SECOND, peakMiB: sum("peak") / 1024 };
}

/** Notes what a process and those that it started have taken so far. */
function noteUse(pid: number, uses: Uses): void {
  const [, peak] = /^VmHWM:\s+(\d+) kB$/m.exec(read(`/proc/${pid}/status`) ?? "") ?? [];
  if (peak === undefined) return;
  // What stands behind the program's name, which may hold anything: proc(5) counts from its third field.
  const [, fields = ""] = /\) (.*)$/s.exec(read(`/proc/${pid}/stat`) ?? "") ?? [];
  const [user = 0, system = 0] = fields.split(" ").slice(11, 13).map(Number);
  uses.set(pid, { peak: Number(peak), ticks: user + system });
  for (const thread of list(`/proc/${pid}/task`)) {
    const children = read(`/proc/${pid}/task/${thread}/children`) ?? "";
    for (const child of children.split(" ").filter(Boolean)) noteUse(Number(child), uses);
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
