import { availableParallelism } from "node:os";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { proxy, type Remote, wrap } from "comlink";
import nodeEndpoint from "comlink/dist/umd/node-adapter.js";
import { HOME, RUNS_SOURCE } from "#pipeline/command/app-build.ts";
import type { Draft } from "#pipeline/content/draft-file.ts";
import type { GroundPlan } from "#pipeline/content/ground.ts";
import type { OpenedContent } from "#pipeline/content/open-content.ts";
import { reportFailed, reportMade } from "#pipeline/content/read-stories.ts";
import type { Page } from "#pipeline/content/site/page.ts";
import { answer } from "#pipeline/content/site/site-answers.ts";
import { kinOf, standingOf } from "#pipeline/content/site/standing.ts";
import { TASKS_AT_ONCE, type Tasks } from "#pipeline/content/site/survey.ts";
import { kinText } from "#pipeline/edition/galley.ts";
import type { PlacePlan } from "#pipeline/edition/place.ts";
import type { PressedStory } from "#pipeline/edition/story-writer.ts";
import { inOrder } from "#pipeline/in-order.ts";
import type { AskMain, Hand, PressPlan, Printed } from "./hand.ts";
import { type Parcel, pack, unpack } from "./parcel.ts";

/** So many files go to a thread at once: few enough that all have work, many enough that telling costs nothing. */
const BATCH = TASKS_AT_ONCE;
/** More threads would wait for this one, and each takes memory. */
const MOST_HANDS = 4;
/** Fewer files are read faster than a thread starts. */
const FEW_FILES = 1_500;

/** Says how many threads are worth starting for so many files: none, or at least two. */
export function handsFor(files: number): number {
  const processors = Math.min(availableParallelism(), MOST_HANDS);
  return files < FEW_FILES || processors < 2 ? 0 : processors;
}

/** How a thread begins: as this code does, since to read TypeScript takes each thread a second and two of its own. */
const THREAD = join(
  HOME,
  RUNS_SOURCE ? join("bin", "thread.js") : join("build", "cli", "thread.js"),
);

/** What a file leaves behind is let go early: three threads that each wait for much to let go take much. */
const LIMITS = { maxYoungGenerationSizeMb: 16, maxOldGenerationSizeMb: 1024 };

type Member = {
  readonly worker: Worker;
  readonly hand: Remote<Hand>;
  /** What waits for the thread, to be told if it ends, which nobody asked it to. */
  readonly waiting: Set<(reason: LostThreadError) => void>;
  /** Why it is no longer there. */
  lost: LostThreadError | null;
};

/** Threads that read content files and write articles. What they make does not depend on how many they are. */
export class Crew {
  readonly #members: readonly Member[];
  readonly #folder: string;
  /** By batch, who drafted it. */
  readonly #owners: Member[] = [];
  #count = 0;

  /** `folder` takes what waits to be printed. */
  constructor(hands: number, folder: string) {
    this.#members = Array.from({ length: hands }, hire);
    this.#folder = folder;
  }

  /** Drafts files, and gives the drafts in the order of the tasks. */
  async *draftAll(tasks: Tasks, plan: GroundPlan): AsyncGenerator<readonly Draft[]> {
    this.#count = tasks.count;
    await this.#all((hand, index) => hand.open(plan, join(this.#folder, `waiting-${index}`)));
    const batches = Math.ceil(tasks.count / BATCH);
    const draft = (batch: number): Promise<Parcel<Draft[]>> => {
      const member = this.#leastBusy();
      this.#owners[batch] = member;
      const first = batch * BATCH;
      const length = Math.min(BATCH, tasks.count - first);
      const some = Array.from({ length }, (_, place) => tasks.at(first + place));
      return this.#call(member, (hand) => hand.draft(batch, pack(some)));
    };
    for await (const drafts of inOrder(batches, this.#members.length * 4, draft)) {
      yield unpack(drafts);
    }
  }

  /** Writes the stories of a content folder that this crew drafted, and gives what is left of each, in their order. */
  async *stories(
    { site }: OpenedContent,
    place: PlacePlan,
    documents: PressPlan["documents"],
  ): AsyncGenerator<PressedStory> {
    const { pages } = site.survey;
    const pageOf = new Map<number, Page>();
    const ask: AskMain = async (batch, at, questions) => {
      const page = pageOf.get(batch * BATCH + at);
      return page ? Promise.all(questions.map((question) => answer(site, page, question))) : [];
    };
    await this.#all((hand, index) => {
      const summaries = join(this.#folder, `summaries-${index}`);
      return hand.prepare({ place, summaries, documents }, proxy(ask));
    });
    let next = 0;
    const print = (batch: number): Promise<Parcel<(Printed | null)[]>> => {
      const kins: (string | null)[] = new Array(Math.min(BATCH, this.#count - batch * BATCH));
      kins.fill(null);
      for (; next < pages.length && pages.taskOf(next) < (batch + 1) * BATCH; next++) {
        const page = pages.at(next);
        pageOf.set(page.task, page);
        kins[page.task - batch * BATCH] = kinText(kinOf(site, page));
      }
      const owner = this.#owners[batch];
      if (!owner) throw new Error("A batch that nobody drafted can't be printed.");
      return this.#call(owner, (hand) => hand.print(batch, kins));
    };
    let task = 0;
    const batches = this.#owners.length;
    for await (const printed of inOrder(batches, this.#members.length * 8, print)) {
      for (const one of unpack(printed)) {
        const page = pageOf.get(task);
        pageOf.delete(task);
        task += 1;
        if (!page || !one) continue;
        const story = this.#take(site, page, one);
        if (story) yield story;
      }
    }
  }

  /** Lets the threads go; what they wrote stays readable until then. */
  async dismiss(): Promise<void> {
    await Promise.all(this.#members.map(({ worker }) => worker.terminate()));
  }

  #take(site: OpenedContent["site"], page: Page, printed: Printed): PressedStory | null {
    if ("problem" in printed) {
      reportFailed(site, page, printed.problem, printed.reason);
      return null;
    }
    const { pressed, resources, remarks } = printed;
    reportMade(site, page, remarks);
    return { path: page.path, pressed, resources, remarks, ...standingOf(site, page) };
  }

  #leastBusy(): Member {
    const [first, ...others] = this.#members;
    if (!first) throw new Error("A crew needs a hand.");
    return others.reduce(
      (least, one) => (one.waiting.size < least.waiting.size ? one : least),
      first,
    );
  }

  /** Rejects where the thread ends first: its answers would never come. */
  #call<T>(member: Member, work: (hand: Remote<Hand>) => Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      if (member.lost) reject(member.lost);
      // Not `Promise.race`: what is raced against the whole life of a thread is kept for as long.
      member.waiting.add(reject);
      work(member.hand)
        .then(resolve, reject)
        .finally(() => member.waiting.delete(reject));
    });
  }

  async #all(work: (hand: Remote<Hand>, index: number) => Promise<void>): Promise<void> {
    await Promise.all(
      this.#members.map((member, index) => this.#call(member, (hand) => work(hand, index))),
    );
  }
}

function hire(): Member {
  const worker = new Worker(THREAD, { resourceLimits: LIMITS });
  const hand = wrap<Hand>(nodeEndpoint(worker));
  const member: Member = { worker, hand, waiting: new Set(), lost: null };
  const lose = (what: string, cause?: unknown) => {
    member.lost ??= new LostThreadError(what, { cause });
    for (const reject of member.waiting) reject(member.lost);
    member.waiting.clear();
  };
  worker.once("error", (cause) => lose(cause.message, cause));
  worker.once("exit", (code) => lose(`exit code ${code}`));
  return member;
}

/** Says that a thread ended in the middle of its work. */
export class LostThreadError extends Error {
  override readonly name = "LostThreadError";

  constructor(what: string, options?: ErrorOptions) {
    super(
      `A thread that reads content files ended before its work was done (${what}). Nothing was published. Build again, or with --threads 0, which reads all files in one.`,
      options,
    );
  }
}
