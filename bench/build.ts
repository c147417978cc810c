import { spawnSync } from "node:child_process";
import { appendFileSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { checkLists } from "./agree.ts";
import { type Corpus, fileIn, removeStories, writeStories } from "./corpus.ts";
import { type HugoSite, hugoSite, hugoVersion } from "./hugo.ts";
import { type Cost, median, runMeasured } from "./measure.ts";
import { type Figure, type Line, lineOf } from "./table.ts";

const HOME = fileURLToPath(new URL("../", import.meta.url));
const OFFPRINT = join(HOME, "bench", "installed.js");
const COPY = join(HOME, "bench", "copy-folder.ts");

/** A corpus on the disk: `folder` holds its `content`, and beside it what is made of it. */
export type Shop = {
  readonly corpus: Corpus;
  readonly folder: string;
  /** True: its edition was made without its content, see `publishLists`. */
  readonly isListsOnly?: boolean;
  /** The folder of its edition, where that does not stand beside the content. */
  readonly edition?: string;
};

/** Builds the command line as it is installed: what reads TypeScript takes a second to start, in each thread. */
export function buildCommandLine(): void {
  const { status, stderr } = spawnSync("npm", ["run", "--silent", "build:cli"], {
    cwd: HOME,
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`The command line could not be built:\n${stderr}`);
}

/** Publishes the shop's content folder into its `edition`, as a person would. */
export async function buildEdition(shop: Shop, ...more: readonly string[]): Promise<Cost> {
  const words = ["build", join(shop.folder, "content"), "--out", editionOf(shop), ...more];
  const cost = await runMeasured(process.execPath, [OFFPRINT, ...words], shop.folder);
  // Where the app had to be built first, its time is not the edition's.
  if (!cost.said.includes("Building the app")) return cost;
  // Nor may it be made out of the one that stands there now.
  rmSync(editionOf(shop), { recursive: true, force: true });
  return buildEdition(shop, ...more);
}

/** The folder of the shop's edition. */
export function editionOf({ folder, edition = join(folder, "edition") }: Shop): string {
  return edition;
}

/** A way to make something of the shop's content folder from nothing, in a folder that is not there yet. */
type Way = { readonly name: string; readonly run: (out: string) => Promise<Cost> };

type Costs = ReadonlyMap<string, readonly Cost[]>;

/** Hugo takes 50 to 70 kB of memory for each story: for more of them few machines have enough. */
const MOST_FOR_HUGO = 100_000;

/** How much memory a build took at its peak. */
export type Weight = { readonly stories: number; readonly peakMiB: number };

const FLOOR = "Copying the same bytes (the floor)";
const WHOLE = "Offprint, everything";
const NO_PAGES = "Offprint, `--no-pages`";
const JSON_SITE = "Hugo, a JSON file a page and one index";
const HTML_SITE = "Hugo, HTML with lists and tags, and JSON";

/**
 * Times all ways side by side, in turns, then Offprint where nothing has changed, and where one file was changed, added
 * or removed. It compares the lists with a plain filter, and leaves all behind that was made.
 *
 * Nothing is deleted in between: ext4 passes over the inodes of what was deleted within the last minutes, one after
 * another, for each file that is made, which takes many times as long as to make it.
 */
export async function benchBuild(shop: Shop, rounds: number, weights: Weight[]): Promise<Line[]> {
  const ways = waysOf(shop);
  const costs = new Map(ways.map(({ name }): [string, Cost[]] => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const [place, { name, run }] of ways.entries()) {
      const isKept = name === WHOLE && round === rounds - 1;
      // What the one before left to be written is not to be the work of the next one's time.
      spawnSync("sync");
      const cost = await run(isKept ? editionOf(shop) : join(shop.folder, `out-${place}-${round}`));
      costs.get(name)?.push(cost);
    }
  }
  const size = shop.corpus.count;
  return [
    ...[...costs].map(([name, each]) => lineOf(name, size, costFigure(each))),
    ...ratioLines(costs, size),
    ...slopeLine(costs.get(NO_PAGES) ?? [], size, weights),
    ...(await incrementalLines(shop, rounds, costs.get(WHOLE) ?? [])),
    agreementLine(shop),
  ];
}

function waysOf(shop: Shop): Way[] {
  const { folder } = shop;
  const content = join(folder, "content");
  const ways: Way[] = [
    {
      name: FLOOR,
      run: (out) => runMeasured(process.execPath, ["--import", "tsx", COPY, content, out], HOME),
    },
  ];
  if (hugoVersion() !== null && shop.corpus.count <= MOST_FOR_HUGO)
    ways.push(hugoWay(JSON_SITE, "json"), hugoWay(HTML_SITE, "html"));
  const build =
    (...more: string[]) =>
    (edition: string) =>
      buildEdition({ ...shop, edition }, ...more);
  return [...ways, { name: NO_PAGES, run: build("--no-pages") }, { name: WHOLE, run: build() }];

  function hugoWay(name: string, kind: HugoSite): Way {
    const site = join(folder, `hugo-${kind}`);
    return { name, run: (out) => runMeasured("hugo", hugoSite(kind, site, content, out), folder) };
  }
}

async function incrementalLines(
  shop: Shop,
  rounds: number,
  full: readonly Cost[],
): Promise<Line[]> {
  const { corpus, folder } = shop;
  const content = join(folder, "content");
  const size = corpus.count;
  const changed = fileIn(content, corpus, 7);
  const before = readFileSync(changed);
  const steps: [what: string, step: (round: number) => void][] = [
    ["nothing changed", () => undefined],
    ["one file changed", () => appendFileSync(changed, "<p>One more.</p>\n")],
    ["one file added", (round) => writeStories(corpus, content, size + round, size + round + 1)],
    ["one file removed", (round) => removeStories(corpus, content, 11 + round, 12 + round)],
  ];
  const costs = new Map(steps.map(([what]): [string, Cost[]] => [what, []]));
  for (let round = 0; round < rounds; round++) {
    for (const [what, step] of steps) {
      step(round);
      costs.get(what)?.push(await buildEdition(shop));
    }
  }
  writeFileSync(changed, before);
  removeStories(corpus, content, size, size + rounds);
  writeStories(corpus, content, 11, 11 + rounds);
  await buildEdition(shop);
  return [...costs].flatMap(([what, each]) => [
    lineOf(`Offprint again, ${what}`, size, costFigure(each)),
    lineOf(`– as a share of the full build, ${what}`, size, shareFigure(each, full, size)),
  ]);
}

/** So many filters are compared at each size. */
const FILTERS = 300;

function agreementLine(shop: Shop): Line {
  const stories = checkLists(shop.corpus, editionOf(shop), FILTERS);
  const text = `${FILTERS} filters, ${stories.toLocaleString("en-GB")} stories`;
  return lineOf("Lists that agree with a plain filter", shop.corpus.count, { text, holds: true });
}

/** The bounds are those of 100,000 stories, and are only held to there and above; they are shown at any size. */
const BOUNDS_FROM = 100_000;
const MOST_MIB = 600;
const MOST_BYTES = 300;

function costFigure(costs: readonly Cost[]): Figure {
  const peaks = costs.flatMap(({ peakMiB }) => (peakMiB === null ? [] : [peakMiB]));
  const cpu = cpuSeconds(costs);
  const work = cpu === null ? "" : ` (${cpu.toFixed(1)} s of CPU)`;
  const memory =
    peaks.length > 0 ? `, ${Math.round(median(peaks)).toLocaleString("en-GB")} MiB` : "";
  return { text: `${seconds(costs).toFixed(1)} s${work}${memory}` };
}

function ratioLines(costs: Costs, size: number): Line[] {
  const ratio = (what: string, slow: string, fast: string, least?: number): Line[] => {
    const [a, b] = [medianSeconds(costs, slow), medianSeconds(costs, fast)];
    if (a === undefined || b === undefined) return [];
    const bound = least === undefined ? undefined : `≥ ${least} × at 100,000`;
    const holds = least === undefined || size < BOUNDS_FROM ? undefined : a / b >= least;
    const [workA, workB] = [slow, fast].map((name) => cpuSeconds(costs.get(name) ?? []));
    const work = workA && workB ? ` (${(workA / workB).toFixed(2)} × of CPU)` : "";
    return [lineOf(what, size, { text: `${(a / b).toFixed(2)} ×${work}`, bound, holds })];
  };
  return [
    ...ratio("Offprint over the floor", WHOLE, FLOOR),
    ...ratio("Hugo's JSON over Offprint with `--no-pages`", JSON_SITE, NO_PAGES, 4),
    ...ratio("Hugo's JSON over Offprint", JSON_SITE, WHOLE),
    ...ratio("Hugo's HTML and JSON over Offprint", HTML_SITE, WHOLE, 3),
    ...memoryLine(costs.get(WHOLE) ?? [], size),
  ];
}

function memoryLine(costs: readonly Cost[], size: number): Line[] {
  const peaks = costs.flatMap(({ peakMiB }) => (peakMiB === null ? [] : [peakMiB]));
  if (peaks.length === 0) return [];
  const peak = Math.max(...peaks);
  // Too much for few stories is too much for many.
  const holds = size >= BOUNDS_FROM || peak > MOST_MIB ? peak <= MOST_MIB : undefined;
  const bound = `≤ ${MOST_MIB} MiB at 100,000`;
  return [lineOf("Offprint's peak", size, { text: `${Math.round(peak)} MiB`, bound, holds })];
}

/** What each story beyond those of the size before adds to the peak; `weights` are those of the sizes before. */
function slopeLine(costs: readonly Cost[], stories: number, weights: Weight[]): Line[] {
  const peaks = costs.flatMap(({ peakMiB }) => (peakMiB === null ? [] : [peakMiB]));
  const before = weights.at(-1);
  if (peaks.length === 0) return [];
  const peakMiB = median(peaks);
  weights.push({ stories, peakMiB });
  if (before === undefined) return [];
  const bytes = ((peakMiB - before.peakMiB) * 2 ** 20) / (stories - before.stories);
  const holds = stories > BOUNDS_FROM ? bytes <= MOST_BYTES : undefined;
  const bound = `≤ ${MOST_BYTES} B at 1,000,000`;
  const text = `${Math.round(bytes).toLocaleString("en-GB")} B`;
  return [
    lineOf("– for each story more than the size before, `--no-pages`", stories, {
      ...{ text, bound, holds },
    }),
  ];
}

function shareFigure(costs: readonly Cost[], full: readonly Cost[], size: number): Figure {
  const share = seconds(costs) / seconds(full);
  const [work, whole] = [cpuSeconds(costs), cpuSeconds(full)];
  const ofCpu = work && whole ? ` (${((work / whole) * 100).toFixed(1)} % of CPU)` : "";
  const holds = size < BOUNDS_FROM ? undefined : share <= 0.05;
  return { text: `${(share * 100).toFixed(1)} %${ofCpu}`, bound: "≤ 5 % at 100,000", holds };
}

function medianSeconds(costs: Costs, name: string): number | undefined {
  const each = costs.get(name);
  return each && seconds(each);
}

function cpuSeconds(costs: readonly Cost[]): number | null {
  const known = costs.flatMap((cost) => (cost.cpuSeconds === null ? [] : [cost.cpuSeconds]));
  return known.length > 0 ? median(known) : null;
}

function seconds(costs: readonly Cost[]): number {
  return median(costs.map((cost) => cost.seconds));
}
