import type { Imprint } from "#model/first-view.ts";
import { loadApp } from "#pipeline/command/document/app-source.ts";
import { makeDocuments } from "#pipeline/command/document/documents.ts";
import { composeStory, type Failure, recomposeStory } from "#pipeline/content/compose-story.ts";
import { type Draft, draftFile, type Task } from "#pipeline/content/draft-file.ts";
import { type Ground, type GroundPlan, groundOf } from "#pipeline/content/ground.ts";
import type { Kin, Making } from "#pipeline/content/make-story.ts";
import type { Facts } from "#pipeline/content/site/describe-page.ts";
import type { Answer, Question } from "#pipeline/content/site/questions.ts";
import type { Source } from "#pipeline/content/source/read-source.ts";
import { galleyOf } from "#pipeline/edition/galley.ts";
import { Place, type PlacePlan } from "#pipeline/edition/place.ts";
import { Press, type Pressed } from "#pipeline/edition/press.ts";
import { readStretch, type Stretch, SummarySpill } from "#pipeline/edition/summary-spill.ts";
import { inOrder } from "#pipeline/in-order.ts";
import type { Remark } from "#pipeline/report.ts";
import type { Resource } from "#pipeline/story.ts";
import { type Parcel, pack, unpack } from "./parcel.ts";

/** What a hand needs to write articles. */
export type PressPlan = {
  readonly place: PlacePlan;
  /** The file that takes the summaries. */
  readonly summaries: string;
  /** What documents are made of, the built app's folder first; null where articles have none. */
  readonly documents: { readonly app: string; readonly imprint: Imprint } | null;
};

/** Asks, for one file of a batch, what its article must know of the others. */
export type AskMain = (
  batch: number,
  place: number,
  questions: readonly Question[],
) => Promise<readonly Answer[]>;

/** A file's article, written; or why it is not. */
export type Printed =
  | {
      readonly pressed: Pressed;
      readonly resources: readonly Resource[];
      readonly remarks: readonly Remark[];
    }
  | Failure;

/** Articles of a batch that wait for their pictures at a time. */
const WAITING = 8;
const NO_KIN: Kin = { translations: [], related: [] };

/**
 * Reads content files and writes articles; it lives in a thread of its own, and knows the others only by asking.
 *
 * An article that asks nothing is made when its file is drafted, and waits on the disk until all files are.
 */
export class Hand {
  #ground: Ground | null = null;
  #waiting: SummarySpill | null = null;
  #press: Press | null = null;
  #summaries: SummarySpill | null = null;
  #ask: AskMain | null = null;
  /** By batch, where its files' records wait: three lines for each. */
  readonly #batches = new Map<number, Stretch>();

  /** Gets ready to draft; what is made at once goes to a file of this path. */
  open(plan: GroundPlan, waiting: string): void {
    this.#ground = groundOf(plan);
    this.#waiting = new SummarySpill(waiting);
  }

  /** Drafts the files of a batch, which must be printed by the same hand. */
  async draft(batch: number, tasks: Parcel<readonly Task[]>): Promise<Parcel<Draft[]>> {
    const [ground, waiting] = [given(this.#ground), given(this.#waiting)];
    const drafts: Draft[] = [];
    const records: string[] = [];
    for (const task of unpack(tasks)) {
      const { draft, source } = draftFile(task, ground);
      drafts.push(draft);
      records.push(await recordOf(task, source, draft.facts, ground));
    }
    this.#batches.set(batch, waiting.append(records.join("\n")));
    waiting.flush();
    return pack(drafts);
  }

  /** Gets ready to print. */
  async prepare({ place, summaries, documents }: PressPlan, ask: AskMain): Promise<void> {
    this.#summaries = new SummarySpill(summaries);
    this.#ask = ask;
    const maker = documents && makeDocuments(await loadApp(documents.app), documents.imprint);
    this.#press = new Press(new Place(place), this.#summaries, maker);
  }

  /** Writes the articles of a batch; `kins` has, for each file, the JSON of its kin, or null where it isn't published. */
  async print(
    batch: number,
    kins: readonly (string | null)[],
  ): Promise<Parcel<(Printed | null)[]>> {
    const lines = readStretch(given(this.#batches.get(batch))).split("\n");
    this.#batches.delete(batch);
    const printed: (Printed | null)[] = [];
    const makings = inOrder(kins.length, this.#width(), (place) => {
      const [article = "", , rest = ""] = lines.slice(place * 3, place * 3 + 3);
      const kin = kins[place] ?? null;
      if (kin === null || article !== "") return Promise.resolve(null);
      return this.#makeAnew(batch, place, rest, kin);
    });
    for (const [place, kin] of kins.entries()) {
      const { value: making } = await makings.next();
      const [article = "", summary = "", rest = ""] = lines.slice(place * 3, place * 3 + 3);
      if (kin === null) printed.push(null);
      else if (making) printed.push(this.#printMaking(making, kin));
      else {
        const { entry, resources, remarks } = JSON.parse(rest);
        const pressed = given(this.#press).print({ article, summary, entry }, kin);
        printed.push({ pressed, resources, remarks });
      }
    }
    given(this.#summaries).flush();
    return pack(printed);
  }

  /** Articles of a batch that are made at a time: those that wait for pictures let others go before. */
  #width(): number {
    return given(this.#ground).options.pictures === "local" ? WAITING : 1;
  }

  #makeAnew(batch: number, place: number, rest: string, kin: string): Promise<Making | Failure> {
    const task: Task = JSON.parse(rest);
    const ask = given(this.#ask);
    return recomposeStory(
      task,
      given(this.#ground),
      JSON.parse(`{${kin.slice(1)}`),
      () => null,
      (questions) => ask(batch, place, questions),
    );
  }

  #printMaking(making: Making | Failure, kin: string): Printed {
    if ("problem" in making) return making;
    const { resources, remarks, article } = making;
    return { pressed: given(this.#press).print(galleyOf(article), kin), resources, remarks };
  }
}

/** Three lines about a file: its article and its summary, open at their ends, and what else must be known. */
async function recordOf(
  task: Task,
  source: Source | null,
  facts: Facts | null,
  ground: Ground,
): Promise<string> {
  if (!source || !facts) return "\n\n";
  const making = await makeUnasked(task, source, facts, ground);
  if (!making) return `\n\n${JSON.stringify(task)}`;
  const { article, summary, entry } = galleyOf(making.article);
  const { resources, remarks } = making;
  return `${article}\n${summary}\n${JSON.stringify({ entry, resources, remarks })}`;
}

/** Makes an article that asks nothing of others; null for one that does, or that fails. */
async function makeUnasked(
  task: Task,
  source: Source,
  facts: Facts,
  ground: Ground,
): Promise<Making | null> {
  const refuse = () => Promise.reject(new Error("It is too early to ask."));
  const making = await composeStory(task, source, facts, ground, NO_KIN, () => null, refuse);
  return "problem" in making ? null : making;
}

/** A call before its time is a fault of the crew's. */
function given<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new Error("A hand was not told what it needs.");
  return value;
}
